using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Tests;

public class PassageSectionTests
{
    /// <summary>Paths separated by spaces, headings by /; what comes out is read from top to bottom.</summary>
    [Theory]
    [InlineData("A A B", "A(··) B(·)")]
    [InlineData("A/B A/C", "A(B(·) C(·))")]
    [InlineData("A/B/C A/B A", "A(B(C(·) ·) ·)")]
    [InlineData("A A/B A", "A(· B(·) ·)")]
    [InlineData("A B A", "A(·) B(·) A(·)")]
    [InlineData("A/B B/B", "A(B(·)) B(B(·))")]
    public void HeadingsNestAsTheirPathsDo(string paths, string expected)
    {
        var passages = paths.Split(' ').Select(p => Of([.. p.Split('/')], PassageKind.Paragraph));
        var root = PassageSection.Of(new("資料1-1", null, "1-1", [.. passages]));
        Assert.Equal(expected, Drawn(root));
    }

    [Fact]
    public void NeighboursOfOneKindMakeOneList()
    {
        PassageKind[] kinds = [PassageKind.Bullet, PassageKind.Bullet, PassageKind.Note, PassageKind.Bullet];
        var root = PassageSection.Of(new("資料1-1", null, "1-1", [.. kinds.Select(k => Of(["A"], k))]));
        Assert.Equal([2, 1, 1], root.Sections.Single().Parts.Single().Runs.Select(r => r.Passages.Count));
    }

    [Theory]
    [InlineData("資料1-1", "1-1")]
    [InlineData("資料２", "2")]
    [InlineData("参考", "document-1")]
    [InlineData("資料 A・b", "ab")]
    public void DocumentsHaveAsciiAddresses(string code, string slug)
    {
        var report = Some.ReportOf(Of(["A"], PassageKind.Paragraph) with { Document = code });
        Assert.Equal(slug, Assert.Single(ReportDocumentView.AllOf(report)).Slug);
    }

    [Fact]
    public void TwoDocumentsNeverShareAnAddress()
    {
        var report = Some.ReportOf(
            Of(["A"], PassageKind.Paragraph) with { Document = "資料2" },
            Of(["A"], PassageKind.Paragraph) with { Id = "kenkofukushi-0002", Document = "資料２" });
        Assert.Equal(["2", "document-2"], ReportDocumentView.AllOf(report).Select(d => d.Slug));
    }

    private static Passage Of(EquatableList<string> path, PassageKind kind) => new("kenkofukushi-0001", Some.Source, "資料1-1", path, kind, "文");

    private static string Drawn(PassageSection section) => string.Join(' ', section.Parts.SelectMany(part => new[]
    {
        string.Concat(part.Passages.Select(_ => '·')),
        part.Section is null ? "" : $"{part.Section.Heading}({Drawn(part.Section)})",
    }).Where(text => text.Length > 0));
}
