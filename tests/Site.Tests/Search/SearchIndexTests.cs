using System.IO.Compression;
using System.Text;
using System.Text.Json;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Figures;
using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Site.Search;

namespace KawasakiServerless.Site.Tests.Search;

[Collection(SiteOf2018Shared.Name)]
public class SearchIndexTests(SiteOf2018 site)
{
    private const int MostBytesOfAQuery = 60_000, MostFilesOfAQuery = 24;

    private static readonly ReportView View = ViewOf(Some.Report);

    [Fact]
    public void EveryEntryLinksToAnExistingPageAndAnchor() => Assert.All(SearchEntries.Of(View), entry =>
    {
        var (path, anchor) = entry.Href.Split('#') is [var p, var a] ? (p, a) : (entry.Href, null);
        Assert.True(site.Pages.TryGetValue($"{path[1..]}index.html", out var page), entry.Href);
        Assert.True(anchor is null || page.GetElementById(anchor) is not null, entry.Href);
    });

    // The pages that list only the collaborations of one lead or partner have no entry, because the complete list contains the same.
    [Fact]
    public void EveryPageHasAnEntry() => Assert.Equal(
        site.Pages.Keys.Where(p => p != "404.html" && !p.StartsWith("collaborations/lead/", StringComparison.Ordinal)
            && !p.StartsWith("collaborations/partner/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
        SearchEntries.Of(View).Select(e => $"{e.Href.Split('#')[0][1..]}index.html").Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void EveryPartOfAnEntryHasAUniqueKey()
    {
        var keys = SearchEntries.Of(View).SelectMany(e => e.Parts()).Select(e => e.Key).ToList();
        Assert.Equal(keys.Distinct(), keys);
    }

    [Fact]
    public void NoTwoIndicatorsAreShownWithTheSameTitle()
    {
        var titles = SearchEntries.Of(View).Where(e => e.Kind == SearchKind.Indicator).Select(e => e.Figures?.Before + e.Title).ToList();
        Assert.Contains("歯周疾患検診：受診率", titles);
        Assert.Equal(titles.Distinct(), titles);
    }

    [Fact]
    public void OnlyTheFiguresThatTheSearchAnswersWithAreInTheIndex() =>
        Assert.All(SearchEntries.Of(View).Where(e => e.Figures is not null), e => Assert.Equal(SearchKind.Indicator, e.Kind));

    [Fact]
    public void EveryTextOfTheReportIsInAnEntry()
    {
        var all = string.Join('\n', SearchEntries.Of(View).Select(e => $"{e.Title}\n{e.Text}\n{string.Join('\n', e.Names)}"));
        var report = Some.Report;
        IEnumerable<string> texts =
        [
            .. report.Initiatives.Select(i => i.Text), .. report.Indicators.Select(i => i.FullName),
            .. report.Directions.Select(d => d.Text),
            .. report.Collaborations.SelectMany(
                c => new[] { c.Collaboration.Name, c.Collaboration.Outline, c.Collaboration.Direction, c.Collaboration.PartnersText }),
            .. report.WardActivities.Select(a => a.Text), .. report.Passages.Select(p => p.Text), .. report.Statistics.Select(s => s.Name),
            .. report.Statistics.SelectMany(s => s.Shares).Select(s => s.Label),
        ];
        Assert.All(texts, text => Assert.Contains(text, all, StringComparison.Ordinal));
    }

    [Fact]
    public void AQueryThatLoadsTheLargestFilesStaysWithinTheByteLimit() => StaysSmall([.. SearchIndex.Files(View)]);

    [Fact]
    public void AQueryStaysWithinTheByteLimitWithTenThousandInitiatives()
    {
        var files = SearchIndex.Files(
            [.. SearchEntries.Of(View), .. Enumerable.Range(1, 62).SelectMany(Copies)], SiteContent.Shipped.Vocabulary)
            .ToList();
        StaysSmall(files);
        Assert.InRange(files.Count, 3_000, 12_000);
    }

    [Fact]
    public void TheIndexIsTheSameInAnyOrderOfItsEntries()
    {
        var entries = SearchEntries.Of(View).ToList();
        var (once, again) = (SearchIndex.Files(entries, SiteContent.Shipped.Vocabulary)
            .ToList(), SearchIndex.Files([.. Enumerable.Reverse(entries)], SiteContent.Shipped.Vocabulary).ToList());
        Assert.Equal(once.Select(f => f.Path), again.Select(f => f.Path));
        Assert.All(once.Zip(again), pair => Assert.Equal(pair.First.Bytes.ToArray(), pair.Second.Bytes.ToArray()));
    }

    [Fact]
    public void OneChangedTextChangesOnlyFewFilesOfTheIndex()
    {
        var initiative = Some.Report.Initiatives[0];
        var changed = Some.Report with
        {
            Initiatives = [initiative with { Text =
            initiative.Text.Replace("配布", "増刷", StringComparison.Ordinal) }, .. Some.Report.Initiatives.Skip(1)]
        };
        var before = SearchIndex.Files(View).ToDictionary(f => f.Path, f => Convert.ToHexString(f.Bytes.Span));
        var after = SearchIndex.Files(ViewOf(changed)).ToDictionary(f => f.Path, f => Convert.ToHexString(f.Bytes.Span));
        Assert.Equal(before.Keys.Order(StringComparer.Ordinal), after.Keys.Order(StringComparer.Ordinal));
        Assert.InRange(after.Count(f => before[f.Key] != f.Value), 2, 20);
    }

    [Fact]
    public void TheScriptLimitsTheFilesOfAQueryToTheNumberThatTheseTestsAssume()
    {
        var finder = site.Files.Single(f => f.Path.StartsWith("assets/finder.", StringComparison.Ordinal));
        Assert.Contains(System.FormattableString.Invariant($"mostFiles={MostFilesOfAQuery};"), Encoding.UTF8.GetString(finder.Bytes.Span),
            StringComparison.Ordinal);
    }

    [Fact]
    public void TheEntryOfAnIndicatorContainsEachFigureWithItsCell() => Assert.All(View.Report.Indicators, indicator =>
    {
        var figures = SearchEntries.Of(View).Single(e => e.Href == View.Links.To(indicator).Href).Figures!;
        Assert.Equal(
            indicator.Figures.Select(f => (f.Year.Year, indicator.Source.CellOf(f.Year))), figures.Values.Select(v => (v.Year, v.Cell)));
        Assert.All(
            indicator.Figures.Zip(figures.Values), f => Assert.Equal(f.First.Status == FigureStatus.Reported, f.Second.Value is not null));
    });

    // The search compares these numbers. The texts cannot be compared, because a unit such as 人/10万人 contains digits.
    [Theory]
    [InlineData("人/10万人")]
    [InlineData("m2")]
    [InlineData("点-5段階")]
    public void TheIndexContainsTheNumberOfEachFigureBesideItsText(string unit)
    {
        Figure[] figures = [Some.Figure(2016, 16), Some.Figure(2017, -1234.5m), Figure.NotReported(FiscalYear.Of(2018))];
        var indicator = Some.Indicator(figures) with { Unit = unit };
        var files = SearchIndex.Files(ViewOf(Some.ReportOf(Some.Initiative("交通安全"), indicator)));
        var entry = files.Where(f => f.Path.StartsWith("search/d", StringComparison.Ordinal))
            .SelectMany(f => JsonDocument.Parse(f.Bytes).RootElement.EnumerateObject().Select(e => e.Value))
            .Single(e => e[1].GetString() == $"/indicators/{indicator.Id}/");
        Assert.Equal(
            [($"16{unit}", "16"), ($"-1,234.5{unit}", "-1234.5"), (null, "null")],
            entry[6][4].EnumerateArray().Select(v => (v[2].GetString(), v[5].GetRawText())));
    }

    [Fact]
    public void EveryTermOfTheGlossaryIsFoundByItsEnglishName() => Assert.All(SiteContent.Shipped.Glossary.All, term =>
        Assert.Contains(SearchEntries.Of(View), e => e.Kind == SearchKind.Term && e.Href == term.Href && e.Names.Contains(term.English)));

    [Fact]
    public void HostileTextIsWrittenAsValidJsonWithoutScriptTags()
    {
        var text = $"<script>alert(1)</script>\"\u2028\u202E\uD800=HYPERLINK {new string('長', 5000)}";
        var files = SearchIndex.Files(ViewOf(Some.ReportOf(Some.Initiative(text)))).ToList();
        Assert.All(files, f => Assert.DoesNotContain("<script", Encoding.UTF8.GetString(f.Bytes.Span), StringComparison.Ordinal));
        Assert.All(files, f => JsonDocument.Parse(f.Bytes));
    }

    [Fact]
    public void AReportWithNothingInItHasAnIndex() =>
        Assert.NotEmpty(SearchIndex.Files(ViewOf(Report.Compose(FiscalYear.Of(2018), Register.Of2018, []))));

    [Fact]
    public void ScriptsOfAPageAreSmallAndImportEachOtherByTheirHashedNames()
    {
        var scripts = site.Pages["search/index.html"].QuerySelectorAll("script")
            .Select(s => site.Files.Single(f => f.Path == s.GetAttribute("src")![1..])).ToList();
        Assert.InRange(scripts.Sum(Compressed), 1, 16_000);
        var imported = scripts.SelectMany(
            s => Encoding.UTF8.GetString(s.Bytes.Span).Split('\n').Where(l => l.StartsWith("import ", StringComparison.Ordinal)));
        Assert.All(
            imported, line => Assert.Contains(scripts, s => line.Contains($"'./{Path.GetFileName(s.Path)}'", StringComparison.Ordinal)));
    }

    // A query loads at most the manifest (index.json), the words that a mistyped word is compared with (words.json), and as many other
    // files as the script allows. The largest files are the worst case.
    private static void StaysSmall(List<SiteFile> files)
    {
        var others = Compressed(files.Single(f => f.Path == "search/index.json"))
            + Compressed(files.Single(f => f.Path == "search/words.json"));
        Assert.InRange(others + Largest(files.Where(f => f.Path is not ("search/index.json" or "search/words.json")), "search/")
            .Take(MostFilesOfAQuery).Sum(), 1, MostBytesOfAQuery);
    }

    private static List<int> Largest(IEnumerable<SiteFile> files, string prefix) =>
        [.. files.Where(f => f.Path.StartsWith(prefix, StringComparison.Ordinal)).Select(Compressed).OrderDescending()];

    private static IEnumerable<SearchEntry> Copies(int n) => SearchEntries.Of(View)
        .Where(e => e.Kind is SearchKind.Initiative or SearchKind.Indicator or SearchKind.Collaboration or SearchKind.Direction)
        .Select(e => e with { Href = $"/{Svg.Number(n)}{e.Href}", Text = $"{e.Text}{Svg.Number(n)}" });

    private static ReportView ViewOf(Report report) => new SiteView(SiteInput.Of([report]), Some.Options).Newest;

    private static int Compressed(SiteFile file)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(file.Bytes.Span);
        return (int)compressed.Length;
    }
}
