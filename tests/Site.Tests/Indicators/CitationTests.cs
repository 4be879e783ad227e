using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Tests.Indicators;

public class CitationTests
{
    private static readonly Source Source = Some.Source with { Cell = "F2:M2", Values = [new("2016", 10, 2), new("2017", 11, 2)] };

    [Fact]
    public void ACitationNamesTheNewestFigureItsCellAndTheDayOfTheSubmission()
    {
        var figures = new[] { Some.Figure(2016, 5.5m), Some.Figure(2017, 1234), Figure.NotReported(FiscalYear.Of(2018)) };
        Assert.Equal(
            "川崎市「見守り：配布部数」『地域包括ケアシステム 取組の報告（平成30（2018）年度）』健康福祉局報告、平成29（2017）年度 1,234部（2018-健康福祉局.xlsx 取組 K2、"
                + "平成30（2018）年8月1日提出）、http://localhost:7071/indicators/kenkofukushi-0001-1/（閲覧日：　年　月　日）",
            CitationOf(Some.Indicator(figures) with { Source = Source }));
    }

    [Fact]
    public void ACitationOfAnIndicatorWithoutNumbersNamesTheCellsOfItsRow() => Assert.Contains(
        "健康福祉局報告（2018-健康福祉局.xlsx 取組 F2:M2、",
        CitationOf(Some.Indicator(Figure.NotReported(FiscalYear.Of(2017))) with { Source = Source }),
        StringComparison.Ordinal);

    private static string CitationOf(Indicator indicator) => Site.Indicators.Citation.Of(
        new SiteView(SiteInput.Of([Some.ReportOf(Some.Initiative("見守り"), indicator)]), Some.Options).Newest, indicator, "見守り：配布部数");
}
