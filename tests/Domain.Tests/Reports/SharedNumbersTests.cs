namespace KawasakiServerless.Domain.Tests;

public sealed class SharedNumbersTests
{
    [Fact]
    public void ARecordIdReportedByTwoSuccessorsStaysWithTheFirst()
    {
        var first = Of("zaisei", Some.Initiative("kowan-0001"), Some.Indicator("kowan-0001-2", "kowan-0001"));
        var second = Of("kankyo", Some.Initiative("kankyo-0003"), Some.Initiative("kowan-0001"), Some.Indicator("kowan-0001-2",
            "kowan-0001"), Some.Direction("kowan-0002"));

        var report = Report.Compose(Some.Year, Some.Register, [second, first]);

        Assert.Equal(["kankyo-0003", "kankyo-0004", "kowan-0001"], report.Initiatives.Select(i => i.Id).Order(StringComparer.Ordinal));
        Assert.Equal(["kankyo-0004-2", "kowan-0001-2"], report.Indicators.Select(i => i.Id).Order(StringComparer.Ordinal));
        Assert.All(report.Indicators, i => Assert.Equal(i.Initiative, report.InitiativeOf(i).Id));
        Assert.Equal(["kowan-0002"], report.Directions.Select(d => d.Id));
    }

    [Fact]
    public void ARenumberedRecordNeverGetsAnIdThatAnotherDepartmentReports()
    {
        var first = Of("zaisei", Some.Initiative("kowan-0001"), Some.Initiative("kankyo-0004", "緑化"));
        var second = Of("kankyo", Some.Initiative("kankyo-0003"), Some.Initiative("kowan-0001"));
        var last = Of("shobo", Some.Initiative("kankyo-0005"));

        var report = Report.Compose(Some.Year, Some.Register, [first, second, last]);

        Assert.Equal(
            ["kankyo-0003", "kankyo-0004", "kankyo-0005", "kankyo-0006", "kowan-0001"],
            report.Initiatives.Select(i => i.Id).Order(StringComparer.Ordinal));
        Assert.Same(last, report.Submissions[^1]);
    }

    [Fact]
    public void SubmissionsWithoutSharedRecordIdsAreNotChanged()
    {
        var submission = Of("zaisei", Some.Initiative("zaisei-0001"));

        Assert.Same(submission, Report.Compose(Some.Year, Some.Register, [submission]).Submissions[0]);
    }

    private static DepartmentSubmission Of(string department, params Record[] records) =>
        new(department, $"2018-{department}-1", Some.Time, DepartmentRecords.Of(records));
}
