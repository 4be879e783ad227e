using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Checks;

namespace KawasakiServerless.Workbooks.Tests.Checks;

public sealed class ReportCheckTests
{
    [Fact]
    public void DepartmentsThatHaveNotSubmittedAreNamedInTheirOrder()
    {
        var missing = ReportChecks.Of(
            ReportOf([.. Some.Register.Departments.Where(d => d.Code is not ("zaisei" or "takatsu")).Select(d => Submission(d.Code))]));

        Assert.Equal(["財政局", "高津区役所"], missing.Select(p => p.Found));
        Assert.Equal(
            new("not-submitted", Severity.Info, null,
                null, "財政局", "財政局は、まだ報告を提出していません。", "報告することがないときも、「はじめに」で「該当なし」を選んだ様式を提出するよう依頼してください。例：該当なし"),
            missing[0]);
    }

    [Fact]
    public void ACollaborationThatTwoLeadsListIsNamedAtBothPlaces()
    {
        var found = Collaborations(Submission("zaisei", "地域防災", "別の事業"), Submission("takatsu", "地域防災 "), Submission("saiwai", "もう一つ"));

        Assert.Equal([("連携取組", "B2:E2", "財政局の連携取組と同じ事業名等が、高津区役所の報告にもあります。"), ("連携取組", "B2:E2", "高津区役所の連携取組と同じ事業名等が、財政局の報告にもあります。")], found
            .Select(p => (p.Sheet, p.Cell, p.Message)));
        Assert.All(found, p => Assert.Equal(("collaboration-twice", Severity.Warning, "地域防災"), (p.Code, p.Severity, p.Found?.Trim())));
    }

    [Fact]
    public void ALeadDepartmentMayListTwoCollaborationsOfTheSameName() =>
        Assert.Empty(Collaborations(Submission("zaisei", "地域防災", "地域防災")));

    private static IEnumerable<Problem> Collaborations(params DepartmentSubmission[] submissions) =>
        ReportChecks.Of(ReportOf(submissions)).Where(p => p.Code == "collaboration-twice");

    private static Report ReportOf(IReadOnlyList<DepartmentSubmission> submissions) =>
        Report.Compose(Some.Year, Some.Register, submissions);

    private static DepartmentSubmission Submission(
        string department, params string[] collaborations) => new(department, "", Some.Time, DepartmentRecords.Of(
        [.. collaborations.Select((name, i) => new Collaboration($"{department}-000{i}",
            Source.Read(department, "連携取組", $"B{i + 2}:E{i + 2}"), "区役所", name, "概要", "方向"))]));
}
