using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Figures;
using KawasakiServerless.Site.Indicators;

namespace KawasakiServerless.Site.Tests.Indicators;

[Collection(SiteOf2018Shared.Name)]
public class ChartFileTests(SiteOf2018 site)
{
    [Fact]
    public void EveryIndicatorWithNumbersHasItsChartAsAFileWithEveryLabel() => Assert
        .All(Some.Report.Indicators.Where(i => i.HasNumbers()), indicator =>
    {
        var svg = XElement.Parse(site.Files.Html($"indicators/{indicator.Id}/chart.svg"));
        var texts = svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ToList();

        Assert.All(new ColumnChart(indicator, []).Columns, c => Assert.Contains(c.Label, texts));
        Assert.Equal($"http://localhost:7071/indicators/{indicator.Id}/", texts[^1]);
        Assert.Equal(TrendSentence.Of(indicator), svg.Elements().Single(e => e.Name.LocalName == "desc").Value);
        Assert.DoesNotContain(svg.Descendants().Attributes(), a => a.Name.LocalName is "style" or "class");
    });

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\u202E逆\u0001\uFFFF&\"'")]
    [InlineData("長")]
    public void HostileAndLongNamesAreTextInTheChartFile(string name)
    {
        var named = string.Concat(Enumerable.Repeat(name, 500));
        var svg = XElement.Parse(Encoding.UTF8.GetString(
            ChartFile.Of(Some.Indicator(Some.Figure(2017, 1)) with { Name = named }, named, named, "https://care.example/")));

        Assert.DoesNotContain(svg.Descendants(), e => e.Name.LocalName == "script");
        Assert.InRange((int)svg.Attribute("height")!, 100, 1200);
    }

    [Fact]
    public void EveryIndicatorHasItsDataAsAWorkbook() => Assert.All(Some.Report.Indicators, indicator =>
    {
        using var zip = new ZipArchive(
            new MemoryStream(site.Files.Single(f => f.Path == $"indicators/{indicator.Id}/data.xlsx").Bytes.ToArray()));
        using var sheet = zip.GetEntry("xl/worksheets/sheet1.xml")!.Open();
        var rows = XElement.Load(sheet).Descendants().Where(e => e.Name.LocalName == "row").ToList();

        Assert.Equal(indicator.Figures.Count + 1, rows.Count);
        Assert.All(indicator.Figures.Where(f => f.Value is not null), f =>
            Assert.Contains(rows, r => r.Descendants().Any(
                v => v.Name.LocalName == "v" && decimal.Parse(v.Value, System.Globalization.CultureInfo.InvariantCulture) == f.Value)));
    });

    [Fact]
    public void ThePageSaysHowToCiteTheFigureAndWhereItsFilesAre()
    {
        var page = site.Pages["indicators/kenkofukushi-0001-1/index.html"];

        Assert.Matches(
            "^川崎市「.+」『地域包括ケアシステム 取組の報告（平成30（2018）年度）』健康福祉局報告、.+ K2、.+）、http://localhost:7071/indicators/kenkofukushi-0001-1/（",
            page.QuerySelector(".citation")!.TextContent.Trim());
        Assert.Equal(["data.csv", "data.json", "data.xlsx", "chart.svg"], page.QuerySelectorAll(".file-links a")
            .Select(a => a.GetAttribute("href")!.Split('/')[^1]));
    }

    [Fact]
    public async Task AnIndicatorInWordsHasNoChart()
    {
        var files = await Some.SiteOfAsync(Some.ReportOf(Some.Initiative("取組"), Some.Indicator(Figure.InWords(FiscalYear.Of(2017), "実施"))));

        Assert.DoesNotContain(files, f => f.Path.EndsWith("/chart.svg", StringComparison.Ordinal));
        Assert.Null(files.Page("indicators/kenkofukushi-0001-1/index.html").QuerySelector("[download$='.svg']"));
    }
}
