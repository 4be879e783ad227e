namespace KawasakiServerless.Domain.Tests;

public sealed class CheckTests
{
    private const string Own = "2018-kenkofukushi-20180801T000000000-aaaaaa", Earlier = "2018-kenkofukushi-20180701T000000000-bbbbbb",
        Other = "2018-kenkofukushi-20180802T000000000-cccccc";

    [Theory]
    [InlineData(null, null, false, false, CheckState.Ready)]
    [InlineData(Earlier, Earlier, false, false, CheckState.Ready)]
    [InlineData(Earlier, Earlier, true, false, CheckState.SameFile)]
    [InlineData(Earlier, Earlier, false, true, CheckState.HasErrors)]
    [InlineData(Earlier, Other, false, false, CheckState.Overtaken)]
    [InlineData(null, Other, false, false, CheckState.Overtaken)]
    [InlineData(Earlier, null, false, false, CheckState.Overtaken)]
    [InlineData(Earlier, Other, true, false, CheckState.Overtaken)]
    [InlineData(Earlier, Other, false, true, CheckState.HasErrors)]
    [InlineData(Earlier, Own, false, false, CheckState.Submitted)]
    public void ACheckCanBeSubmittedOnceAndOnlyWhileItsComparedSubmissionIsCurrent(
        string? supersedes, string? counting, bool isSameFile, bool hasError, CheckState state)
    {
        var check = Check(
            hasError ? [Problem(Severity.Error)] : [Problem(Severity.Warning)]) with
        { Supersedes = supersedes, IsSameFile = isSameFile };

        Assert.Equal(state, CheckDecisions.StateOf(check, counting, submitted: null, unconfirmed: 0));
    }

    [Theory]
    [InlineData(null, 1, CheckState.Unconfirmed)]
    [InlineData(null, 0, CheckState.Ready)]
    [InlineData(Own, 1, CheckState.Submitted)]
    public void ACheckWithUnconfirmedValuesMustBeConfirmedFirst(string? counting, int unconfirmed, CheckState state) =>
        Assert.Equal(state, CheckDecisions.StateOf(Check([Problem(Severity.Warning)]), counting, submitted: null, unconfirmed));

    [Theory]
    [InlineData(SubmissionState.Accepted, Own, CheckState.Submitted)]
    [InlineData(SubmissionState.Accepted, Other, CheckState.Superseded)]
    [InlineData(SubmissionState.Accepted, null, CheckState.Superseded)]
    [InlineData(SubmissionState.Purged, Other, CheckState.Superseded)]
    [InlineData(SubmissionState.Conflict, Other, CheckState.Overtaken)]
    [InlineData(SubmissionState.Received, Other, CheckState.Overtaken)]
    [InlineData(SubmissionState.Rejected, null, CheckState.Ready)]
    public void ACheckThatWasAcceptedIsSubmittedOrSuperseded(SubmissionState submitted, string? counting, CheckState state)
    {
        var check = Check([]);
        Submission submission = new(
            check.Submission, submitted, check.FileName, check.Sha256, check.Size, Some.Time, "a clerk", Supersedes: null, CurrentVersion: null);

        Assert.Equal(state, CheckDecisions.StateOf(check, counting, submission, unconfirmed: 0));
    }

    [Theory]
    [InlineData(23.9, false)]
    [InlineData(24, true)]
    public void ACheckLastsADay(double hours, bool isExpired) =>
        Assert.Equal(isExpired, CheckDecisions.IsExpired(Check([]), Some.Time.AddHours(hours)));

    [Theory]
    [InlineData("2018-kankyo-0123456789abcdef0123456789abcdef", true)]
    [InlineData("2018-kankyo-0123456789abcdef0123456789abcde", false)]
    [InlineData("2018-kankyo-0123456789ABCDEF0123456789abcdef", false)]
    [InlineData("2018-kan/kyo-0123456789abcdef0123456789abcdef", false)]
    [InlineData("2018-kankyo-0123456789abcdef0123456789abcdef\n", false)]
    [InlineData("1018-kankyo-0123456789abcdef0123456789abcdef", false)]
    [InlineData(null, false)]
    public void ACheckIdContainsItsYearAndDepartment(string? text, bool isId)
    {
        Assert.Equal(isId, CheckId.TryParse(text, out var id));
        if (isId)
            Assert.Equal(("kankyo", 2018, text), (id!.Department, id.ReportingYear.Year, id.Value));
    }

    [Fact]
    public void TheSameFormWithAnotherWorkbookIsAnotherCheck() => Assert.NotEqual(
        CheckId.Of(Some.Year, "kankyo", "0123456789abcdef", new string('a', 64)),
        CheckId.Of(Some.Year, "kankyo", "0123456789abcdef", new string('b', 64)));

    [Fact]
    public void FindingsWithTheSameMessageAreGrouped()
    {
        Problem[] problems =
        [
            Problem(Severity.Error, "B3"), Problem(Severity.Info, "C1"), Problem(Severity.Error, "B9"), Problem(Severity.Error, "A1", "ほか"),
            Problem(Severity.Warning, "D1"), Problem(Severity.Warning, "E1") with { AsksForConfirmation = true },
        ];

        Assert.Equal([("一覧にありません。", "B3 B9"), ("ほか", "A1")], problems.Groups(FindingClass.Mend)
            .Select(g => (g.First.Message, string.Join(' ', g.All.Select(p => p.Cell)))));
        Assert.Equal(
            (3, 1, 2), (problems.Count(FindingClass.Mend), problems.Count(FindingClass.Confirm), problems.Count(FindingClass.Note)));
    }

    [Fact]
    public void FindingsAreListedBySheetWithErrorsFirst()
    {
        Problem[] problems =
        [
            Problem(Severity.Info, "B1"), Problem(Severity.Error, "B2") with { Sheet = "統計" }, Problem(Severity.Error, "B3"),
            Problem(Severity.Error, null) with { Sheet = null },
        ];

        Assert.Equal(["B3", "B1", "B2", null], problems.InOrder().Select(p => p.Cell));
        Assert.Equal<SheetTally>([new("視点別取組", 1, 0, 1), new("統計", 1, 0, 0), new(null, 1, 0, 0)], problems.BySheet());
    }

    private static Problem Problem(Severity severity, string? cell = "B3", string message = "一覧にありません。") =>
        new("unknown-value", severity, "視点別取組", cell, "視点9", message, "一覧から選んでください。");

    private static Check Check(EquatableList<Problem> problems) => new(
        CheckId.Of(Some.Year, Some.Department, "0123456789abcdef", new string('a', 64)),
        SubmissionId.TryParse(Own, out var id) ? id : throw new InvalidOperationException(),
        "報告.xlsx", new string('a', 64), 1, Some.Time, "a clerk", null, IsSameFile: false, RecordCounts.Zero, problems,
        DepartmentChanges.Between(Some.Year, Some.Register, null, new(Some.Department, "", Some.Time, DepartmentRecords.Empty)));
}
