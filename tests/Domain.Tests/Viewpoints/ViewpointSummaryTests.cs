namespace KawasakiServerless.Domain.Tests;

public sealed class ViewpointSummaryTests
{
    private static readonly EquatableList<ViewpointSummary> Summaries = ViewpointSummary.AllOf(Report.Compose(
        Some.Year,
        Some.Register,
        [
            Some.Submission(
                "kenkofukushi",
                Some.Initiative("a", "甲") with { Divisions = ["健康福祉局保健所", "健康福祉局長寿社会部"] },
                Some.Initiative("b", "乙", area: "medical"),
                Some.Indicator("a1", "a", "一", Some.Figure(2016, 1), Some.Figure(2017, 2)),
                Some.Indicator("a2", "a", "二", Some.Figure(2016, 2), Some.Figure(2017, 1)),
                Some.Indicator("b1", "b", "三", Some.Figure(2016, 1)),
                Some.Direction("c", "丙") with { Divisions = ["健康福祉局長寿社会部", "病院局"] },
                Some.Direction("d", "丁", viewpoint: 3, area: "health")),
            Some.Submission("zaisei", Some.Initiative("a", "戊"), Some.Indicator("a1", "a", "四", Figure.InWords(FiscalYear.Of(2017), "実施"))),
        ]));

    [Fact]
    public void EveryViewpointIsSummedUpEvenWhenNothingWasReported()
    {
        Assert.Equal([1, 2, 3, 4, 5], Summaries.Select(s => s.Viewpoint.Number));
        Assert.Equal([3, 0, 0, 0, 0], Summaries.Select(s => s.Initiatives));
        Assert.Equal([1, 0, 1, 0, 0], Summaries.Select(s => s.Directions));
        Assert.Equal([4, 0, 0, 0, 0], Summaries.Select(s => s.Indicators.Total));
    }

    [Fact]
    public void AViewpointSummaryListsOnlyPolicyAreasThatWereReported()
    {
        Assert.Equal(["elderly", "medical"], Summaries[0].Areas.Select(a => a.Area.Code));
        Assert.Empty(Summaries[1].Areas);
        Assert.Equal(["health"], Summaries[2].Areas.Select(a => a.Area.Code));
    }

    [Fact]
    public void APolicyAreaHoldsEveryDepartmentsRecordsInOfficialOrder()
    {
        var elderly = Summaries[0].Areas[0];

        Assert.Equal(["戊", "甲"], elderly.Initiatives.Select(i => i.Text));
        Assert.Equal(["四", "一", "二"], elderly.Indicators.Select(i => i.Name));
        Assert.Equal(["丙"], elderly.Directions.Select(d => d.Text));
    }

    [Fact]
    public void DivisionsOfAPolicyAreaAreListedOnceInTheOrderOfTheRecords() =>
        Assert.Equal(["健康福祉局地域包括ケア推進室", "健康福祉局保健所", "健康福祉局長寿社会部", "病院局"], Summaries[0].Areas[0].Divisions);

    [Fact]
    public void TrendsAreCountedByPolicyAreaAndByViewpoint()
    {
        Assert.Equal(new(Up: 1, Down: 1, Level: 0, InWords: 1, NotReported: 0), Summaries[0].Areas[0].Counts);
        Assert.Equal(new(Up: 1, Down: 1, Level: 0, InWords: 1, NotReported: 1), Summaries[0].Indicators);
    }
}
