using KawasakiServerless.Domain;
using KawasakiServerless.Site.Statistics;

namespace KawasakiServerless.Site.Tests;

/// <summary>The unit of a statistic's total (such as 件) is taken from the passages of the report, and from nowhere else.</summary>
public class StatisticUnitsTests
{
    private static readonly Statistic Consultations =
        new("kenkofukushi-0501", Some.Source, "相談対応", "対象者の年齢区分", YearMonth.Of(2017, 4), YearMonth.Of(2018, 3), 80_252, []);

    [Theory]
    [InlineData("相談対応（80,252件）", "件")]
    [InlineData("１年間に８０，２５２人の相談を受けた。", "人")]
    [InlineData("相談対応は80,252件、うち訪問は12,000回である。", "件")]
    [InlineData("相談は80,252件で、延べ80,252件になる。", "件")]
    [InlineData("相談した80,252人、相談対応80,252件", null)]
    [InlineData("相談対応（80,252）", null)]
    [InlineData("相談対応（180,252件）", null)]
    [InlineData("相談対応（80,252.5件）", null)]
    [InlineData("相談対応（80,251件）", null)]
    public void ATextThatNamesTheTotalWithOneUnitGivesTheUnit(string text, string? unit) =>
        Assert.Equal(unit, StatisticUnits.Of(Consultations, ReportWith(PassageOf(["相談対応"], text))));

    [Fact]
    public void AHeadingThatNamesTheTotalWithAUnitGivesTheUnit() =>
        Assert.Equal("件", StatisticUnits.Of(Consultations, ReportWith(PassageOf(["相談対応（80,252件）"], "内訳は次のとおり。"))));

    [Theory]
    [InlineData("地域づくり", "80,252人が参加した。", null)]
    [InlineData("地域づくり（80,252回）", "相談対応の内訳は次のとおり。", null)]
    [InlineData("地域づくり", "相談対応は80,252件である。", "件")]
    [InlineData("対象者の年齢区分", "80,252件の内訳は次のとおり。", "件")]
    public void OnlyATextAboutTheSectionOrTheStatisticGivesTheUnit(string heading, string text, string? unit) =>
        Assert.Equal(unit, StatisticUnits.Of(Consultations, ReportWith(PassageOf([heading], text))));

    [Theory]
    [InlineData("80,252人の相談を受けた。", "80,252人")]
    [InlineData("相談を受けた。", "80,252（単位の記載なし）")]
    public async Task HomeShowsTheNumberOfConsultationsWithTheUnitOfTheReport(string text, string total)
    {
        var page = (await Some.SiteOfAsync(ReportWith(PassageOf(["相談対応"], text)))).Page("index.html");

        Assert.Equal(total, page.QuerySelector("#people ~ .highlights .big")!.TextContent.Words());
    }

    [Fact]
    public async Task ThePageShowsTheTotalWithItsUnit()
    {
        var page = (await Some.SiteOfAsync(ReportWith(PassageOf(["相談対応"], "80,252件の相談を受けた。")))).Page("statistics/index.html");

        Assert.Equal("80,252件", page.QuerySelector(".statistic > dl dd")!.TextContent.Words());
    }

    private static Report ReportWith(Passage passage) => Some.ReportOf(Consultations, passage);

    private static Passage PassageOf(EquatableList<string> path, string text) =>
        new("kenkofukushi-0601", Some.Source, "資料1-1", path, PassageKind.Paragraph, text);
}
