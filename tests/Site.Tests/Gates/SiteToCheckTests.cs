using System.Text;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Gates;

namespace KawasakiServerless.Site.Tests;

/// <summary>
/// A site with pages kept from an earlier publication must meet the same requirements as a fully rendered one. Kept pages are read again
/// only if one of their links may be broken, or if a new link leads to an anchor in them.
/// </summary>
public class SiteToCheckTests
{
    private static readonly SiteScanner Scanner = new();

    [Fact]
    public void KeptPagesAreNotCheckedAgainIfNoLinkedTargetIsGone()
    {
        var site = Site([Page("a/index.html", "<p id=\"x\">あ</p>")], "b/index.html");
        Assert.Empty(site.Unsettled());
        Assert.Empty(SiteGate.Check(site, []));
    }

    [Fact]
    public void AllKeptPagesAreCheckedAgainIfALinkedPageIsGone()
    {
        var site = Site([], "b/index.html");
        Assert.Equal(["b/index.html"], site.Unsettled());
        Assert.Equal(
            ["b/index.html links to /a/#x, which does not exist."],
            SiteGate.Check(site.With([Page("b/index.html", "<a href=\"/a/#x\">あ</a>")]), []));
    }

    [Fact]
    public void AllKeptPagesAreCheckedAgainIfALinkedAnchorIsGone() =>
        Assert.Equal(["b/index.html"], Site([Page("a/index.html", "あ")], "b/index.html").Unsettled());

    [Fact]
    public void KeptPagesAreNotCheckedAgainIfAFileWithoutLinksToItIsGone() => Assert.Empty(new SiteToCheck(
        [Page("a/index.html", "<p id=\"x\">あ</p>")], ["b/index.html"],
            Earlier(("a/index.html", ["", "x"]), ("b/index.html", [""]), ("search/t0.json", []))).Unsettled());

    [Fact]
    public void AKeptPageIsCheckedAgainIfANewLinkLeadsToAnAnchorInIt()
    {
        var site = Site([Page("a/index.html", "<p id=\"x\"><a href=\"/b/#new\">あ</a></p>")], "b/index.html", "c/index.html");
        Assert.Equal(["b/index.html"], site.Unsettled());
        Assert.Empty(SiteGate.Check(site.With([Page("b/index.html", "<p id=\"new\">い</p>")]), []));
        Assert.Equal(["a/index.html links to /b/#new, which does not exist."], SiteGate.Check(site.With([Page("b/index.html", "い")]), []));
    }

    [Fact]
    public void AKeptPageIsNotCheckedAgainIfItsLinkedAnchorWasLinkedBefore()
    {
        var site = new SiteToCheck(
            [Page("a/index.html", "<p id=\"x\"><a href=\"/b/#old\">あ</a></p>")], ["b/index.html"],
            Earlier(("a/index.html", ["x"]), ("b/index.html", ["", "old"])));
        Assert.Empty(site.Unsettled());
        Assert.Empty(SiteGate.Check(site, []));
    }

    [Fact]
    public void ALinkToAPageThatDoesNotExistIsReported() => Assert.Equal(
        ["a/index.html links to /nowhere/, which does not exist."],
        SiteGate.Check(Site([Page("a/index.html", "<p id=\"x\"><a href=\"/nowhere/\">あ</a></p>")], "b/index.html"), []));

    [Fact]
    public void LinkedPagesAndAnchorsAreRecordedForTheNextPublication()
    {
        var linked = Site([Page("a/index.html", "<p id=\"x\"><a href=\"/b/\">あ</a><a href=\"#x\">い</a></p>")], "b/index.html").Linked();
        Assert.Equal(["", "x"], linked["a/index.html"]);
        Assert.Equal([""], linked["b/index.html"]);
    }

    private static SiteToCheck Site(IReadOnlyCollection<FileFacts> rendered, params IReadOnlyCollection<string> kept) =>
        new(rendered, kept, Earlier([("a/index.html", ["", "x"]), .. kept.Select(path => (path, (string[])[""]))]));

    private static Dictionary<string, EquatableList<string>> Earlier(params IEnumerable<(string Path, string[] Linked)> files) =>
        files.ToDictionary(f => f.Path, f => f.Linked.ToEquatableList(), StringComparer.Ordinal);

    private static FileFacts Page(string path, string main) =>
        Scanner.Of(path, Encoding.UTF8.GetBytes($"<html><body><main>{main}</main></body></html>"));
}
