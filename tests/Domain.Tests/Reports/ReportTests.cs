using FsCheck.Fluent;

namespace KawasakiServerless.Domain.Tests;

public sealed class ReportTests
{
    private static readonly DepartmentSubmission[] Submissions =
    [
        Some.Submission(
            "kenkofukushi",
            Some.Initiative("a", "健康の二", viewpoint: 2, area: "housing"),
            Some.Initiative("b", "健康の一", viewpoint: 1, area: "medical"),
            Some.Indicator("a1", "a", "戸数"),
            Some.Indicator("b1", "b", "回数"),
            Some.Indicator("b2", "b", "人数"),
            Some.Direction(viewpoint: 4, area: "children"),
            Some.Direction(viewpoint: 4, area: "medical"),
            Some.Collaboration(name: "一"),
            Some.Collaboration(name: "二"),
            Some.WardActivity(ward: null, text: "共通"),
            Some.Statistic(),
            Some.Passage(),
            Some.PlainSummary()),
        Some.Submission(
            "zaisei",
            Some.Initiative("a", "財政の三", viewpoint: 2, area: "elderly"),
            Some.Initiative("b", "財政の一", viewpoint: 1, area: "medical"),
            Some.Indicator("b1", "b", "件数"),
            Some.Collaboration(name: "零")),
        Some.Submission("saiwai", Some.WardActivity(ward: "saiwai", text: "幸")),
        Some.Submission(
            "kawasaki",
            Some.WardActivity(ward: "kawasaki", year: FiscalYear.Of(2017), text: "川崎29"),
            Some.WardActivity(ward: "kawasaki", year: FiscalYear.Of(2016), text: "川崎28"),
            Some.WardActivity(ward: "kawasaki", text: "川崎")),
        Some.Submission("byoin", Some.Collaboration(name: "三")),
    ];

    private static readonly Report Composed = Compose(Submissions);

    [Fact]
    public void TheOrderOfSubmissionsDoesNotChangeTheReport() =>
        Gen.Shuffle(Submissions).Holds(shuffled => Assert.Equal(Composed, Compose(shuffled)));

    [Fact]
    public void CollaborationsAreNumberedFrom1WithoutGapsInOfficialOrder() =>
        (from leads in Anything.AnyOf(Some.Register.Departments)
         select leads.Select(d => Some.Submission(d.Code, Some.Collaboration("a", "甲"), Some.Collaboration("b", "乙")))).Holds(submissions =>
         {
             var list = Compose([.. submissions]).Collaborations;

             Assert.Equal(Enumerable.Range(1, list.Count), list.Select(c => c.Number));
             Assert.Equal(
                 list.OrderBy(c => Some.DepartmentOf(c.Collaboration.Lead).Order).ThenBy(c => c.Collaboration.Id, StringComparer.Ordinal),
                 list);
         });

    [Fact]
    public void SubmissionsAreInOfficialOrder() =>
        Assert.Equal(["zaisei", "kenkofukushi", "kawasaki", "saiwai", "byoin"], Composed.Submissions.Select(s => s.Department));

    [Fact]
    public void InitiativesAreOrderedByViewpointPolicyAreaAndDepartment() =>
        Assert.Equal(["財政の一", "健康の一", "財政の三", "健康の二"], Composed.Initiatives.Select(i => i.Text));

    [Fact]
    public void RecordsFollowTheOrderOfPolicyAreasInTheirViewpoint()
    {
        var everyPlace = from v in Some.Register.Viewpoints.Reverse()
                         from a in Some.Register.PolicyAreas.Reverse()
                         select (v.Number, a.Code);
        var records = everyPlace.SelectMany(p => new Record[]
        {
            Some.Initiative($"i {p}", viewpoint: p.Number, area: p.Code), Some.Direction($"d {p}", viewpoint: p.Number, area: p.Code),
        });

        var report = Compose(Some.Submission("zaisei", [.. records]));

        var expected = Some.Register.Viewpoints.SelectMany(v => Some.Register.PolicyAreasOf(v).Select(a => (v.Number, a.Code))).ToList();
        Assert.Equal(expected, report.Initiatives.Select(i => (i.Viewpoint, i.PolicyArea)));
        Assert.Equal(expected, report.Directions.Select(d => (d.Viewpoint, d.PolicyArea)));
    }

    [Fact]
    public void IndicatorsAreInTheOrderOfTheirInitiatives() =>
        Assert.Equal(["件数", "回数", "人数", "戸数"], Composed.Indicators.Select(i => i.Name));

    [Fact]
    public void WardActivitiesAreOrderedByWardAndYearWithCommonOnesFirst() =>
        Assert.Equal(["共通", "川崎", "川崎28", "川崎29", "幸"], Composed.WardActivities.Select(a => a.Text));

    [Fact]
    public void EveryIndicatorIsAmongTheIndicatorsOfItsInitiative() =>
        Assert.All(Composed.Indicators, i => Assert.Contains(i, Composed.IndicatorsOf(Composed.InitiativeOf(i))));

    [Fact]
    public void AnInitiativeWithoutIndicatorsGetsAnEmptyListOfIndicators() =>
        Assert.Empty(Composed.IndicatorsOf(Composed.Initiatives.Single(i => i.Text == "財政の三")));

    [Fact]
    public void AReportContainsEveryRecordOfItsSubmissions() =>
        Assert.Equal(
            Submissions.SelectMany(s => s.Records.All).ToHashSet(),
            [
                .. Composed.Initiatives, .. Composed.Indicators, .. Composed.Directions,
                .. Composed.Collaborations.Select(c => c.Collaboration),
                .. Composed.WardActivities, .. Composed.Statistics, .. Composed.Passages, .. Composed.PlainSummaries,
            ]);

    [Fact]
    public void LookingUpRecordsDoesNotChangeTheEqualityOfReports()
    {
        var read = Compose(Submissions);
        Assert.NotEmpty(read.IndicatorsOf(read.InitiativeOf(read.Indicators[0])));

        Assert.Equal(Compose(Submissions), read);
        Assert.Equal(Compose(Submissions).GetHashCode(), read.GetHashCode());
    }

    [Fact]
    public void ACopyOfAReportWithOtherRecordsFindsItsOwnRecords()
    {
        var read = Compose(Submissions);
        var initiative = read.InitiativeOf(read.Indicators[0]);
        Assert.NotEmpty(read.IndicatorsOf(initiative));

        var renamed = initiative with { Text = "改めた取組" };
        var other = read with { Initiatives = [renamed], Indicators = [] };

        Assert.Empty(other.IndicatorsOf(renamed));
        Assert.Equal(renamed, other.InitiativeOf(read.Indicators[0]));
    }

    [Fact]
    public void ReportsThatDifferInOneRecordAreNotEqual() =>
        Assert.NotEqual(Composed, Compose([.. Submissions.SkipLast(1), Some.Submission("byoin", Some.Collaboration(name: "四"))]));

    [Fact]
    public void NoSubmissionsMakeAnEmptyReport()
    {
        var report = Compose();

        Assert.Empty(report.Collaborations);
        Assert.All(ViewpointSummary.AllOf(report), v => Assert.Empty(v.Areas));
    }

    private static Report Compose(params DepartmentSubmission[] submissions) => Report.Compose(Some.Year, Some.Register, submissions);
}
