namespace KawasakiServerless.Domain.Tests;

public sealed class DepartmentChangesTests
{
    [Fact]
    public void AddedChangedAndRemovedRecordsOfADepartmentAreFound()
    {
        var before = Some.Submission(Some.Department, Some.Initiative("a", "続ける"), Some.Initiative("b", "やめる"),
            Some.Indicator("i", "a", figures: [Some.Figure(2017, 650)]));
        var kept = before.Records.Initiatives[0];
        var after = before.Records with
        {
            Initiatives = [kept, Some.Initiative("kenkofukushi-0009", "始める")],
            Indicators = [before.Records.Indicators[0] with { Figures = [Some.Figure(2017, 651)] }],
        };

        var changes = DepartmentChanges.Between(Some.Year, Some.Register, before, before with { Records = after });

        Assert.Equal((1, 1, 1), (changes.Count(ChangeKind.Added), changes.Count(ChangeKind.Changed), changes.Count(ChangeKind.Removed)));
        var figure = Assert.Single(changes.Records.Single(r => r.Change == ChangeKind.Changed).Fields);
        Assert.Equal((650m, 651m), (figure.Before.Number, figure.After.Number));
    }

    [Fact]
    public void WithoutAnEarlierSubmissionTheChangesAreTheFirst()
    {
        var changes = DepartmentChanges.Between(Some.Year, Some.Register, null, Some.Submission(Some.Department, Some.Initiative()));

        Assert.True(changes.IsFirst);
        Assert.Equal(1, changes.Counts[RecordKind.Initiative]);
    }

    [Fact]
    public void RecordsWithTheSameIdAreComparedWithoutAnError()
    {
        var twice = Some.Records(
            Some.Initiative("kenkofukushi-0001", "一"), Some.Initiative("kenkofukushi-0001", "二"), Some.Indicator(initiative: "nothing"));
        var before = Some.Submission(Some.Department, Some.Initiative("kenkofukushi-0001", "一"));

        var changes = DepartmentChanges.Between(Some.Year, Some.Register, before, new(Some.Department, "", Some.Time, twice));

        Assert.True(changes.IsEmpty);
    }
}
