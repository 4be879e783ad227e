using KawasakiServerless.Domain;
using KawasakiServerless.Site.Home;

namespace KawasakiServerless.Site.Tests;

public class RoadmapStageTests
{
    [Theory]
    [InlineData("第1段階（平成27～29年度） 土台づくり", 2017, true)]
    [InlineData("第1段階（平成27～29年度） 土台づくり", 2018, false)]
    [InlineData("第2段階（平成30～37年度） システム構築期", 2018, true)]
    [InlineData("第2段階（平成30～37年度） システム構築期", 2025, true)]
    [InlineData("第3段階（平成37年度以降） システム進化期", 2025, false)]
    [InlineData("第2段階", 2018, false)]
    [InlineData("第2段階（令和4～7年度）", 2025, true)]
    [InlineData("第2段階（令和4～7年度）", 2026, false)]
    [InlineData("第2段階（平成30～令和7年度）", 2017, false)]
    [InlineData("第2段階（平成30年度～令和元年度）", 2019, true)]
    [InlineData("第2段階（2018～2025年度）", 2025, true)]
    public void AStageIsCurrentInTheFiscalYearsThatItsPassageNames(string text, int year, bool current) =>
        Assert.Equal(current, new RoadmapStage(Passage(text)).IsCurrent(FiscalYear.Of(year)));

    [Theory]
    [InlineData("第1段階（平成27～29年度） 土台づくり", true)]
    [InlineData("第２段階", true)]
    [InlineData("ビジョンの考え方を地域で共有", false)]
    public void OnlyAPassageThatBeginsWithTheNumberOfAStageIsAStage(string text, bool expected) =>
        Assert.Equal(expected, RoadmapStage.Is(Passage(text)));

    private static Passage Passage(string text) => new("kenkofukushi-0001", Some.Source, "資料1-1", ["ロードマップ"], PassageKind.Bullet, text);
}
