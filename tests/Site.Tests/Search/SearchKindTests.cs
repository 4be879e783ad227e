using System.Text;
using KawasakiServerless.Site.Search;

namespace KawasakiServerless.Site.Tests.Search;

[Collection(SiteOf2018Shared.Name)]
public class SearchKindTests(SiteOf2018 site)
{
    [Fact]
    public void TheScriptNumbersTheKindsAsTheIndexDoes()
    {
        var script = Encoding.UTF8.GetString(
            site.Files.Single(f => f.Path.StartsWith("assets/rank.", StringComparison.Ordinal)).Bytes.Span);
        SearchKind[] named = [SearchKind.Indicator, SearchKind.Report, SearchKind.Term];
        Assert.Contains($"[indicator,report,term]=[{string.Join(',', named.Select(k => $"{k:D}"))}];", script, StringComparison.Ordinal);
        var scores = script[script.IndexOf("kindScores=[", StringComparison.Ordinal)..];
        Assert.Equal(Enum.GetValues<SearchKind>().Length, scores[..scores.IndexOf(']', StringComparison.Ordinal)].Split(',').Length);
    }
}
