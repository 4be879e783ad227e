using FsCheck;
using FsCheck.Fluent;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Passages;

namespace KawasakiServerless.Site.Tests;

public class PassageSectionTests
{
    /// <summary>
    /// Each case gives the headings of consecutive passages: passages are separated by spaces, and a heading and its subheading by /. In
    /// the expected result, · is a passage, and parentheses contain what is under a heading.
    /// </summary>
    [Theory]
    [InlineData("A A B", "A(··) B(·)")]
    [InlineData("A/B A/C", "A(B(·) C(·))")]
    [InlineData("A/B/C A/B A", "A(B(C(·) ·) ·)")]
    [InlineData("A A/B A", "A(· B(·) ·)")]
    [InlineData("A B A", "A(·) B(·) A(·)")]
    [InlineData("A/B B/B", "A(B(·)) B(B(·))")]
    public void HeadingsAreNestedByTheHeadingPathsOfThePassages(string paths, string expected)
    {
        var passages = paths.Split(' ').Select(p => Of([.. p.Split('/')], PassageKind.Paragraph));
        var root = PassageSection.Of(new("資料1-1", null, "1-1", [.. passages]));
        Assert.Equal(expected, Drawn(root));
    }

    [Fact]
    public void ConsecutivePassagesOfTheSameKindFormOneList()
    {
        PassageKind[] kinds = [PassageKind.Bullet, PassageKind.Bullet, PassageKind.Note, PassageKind.Bullet];
        var root = PassageSection.Of(new("資料1-1", null, "1-1", [.. kinds.Select(k => Of(["A"], k))]));
        Assert.Equal([2, 1, 1], root.Sections.Single().Parts.Single().Runs.Select(r => r.Passages.Count));
    }

    [Theory]
    [InlineData("資料1-1", "1-1")]
    [InlineData("資料２", "2")]
    [InlineData("参考", "document-c6f305e9")]
    [InlineData("資料 A・b", "ab")]
    [InlineData("document-2", "document-dffacd22")]
    [InlineData("Con", "document-3b6f52aa")]
    [InlineData("資料../１", "1")]
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
        Assert.Equal(["2", "document-6f167d8f"], ReportDocumentView.AllOf(report).Select(d => d.Slug));
    }

    [Fact]
    public void AnyDifferentDocumentCodesGetDifferentAsciiAddresses() => Prop.ForAll(
        Gen.Elements("document-1", "document-2", "！！！", "。", "A", "ａ", "資料A", "1-1", "資料1-1", "\u200B", "con", "..", new string('a', 100),
            new string('a', 101))
            .Two()
            .Select(p => p.Item1 + p.Item2).NonEmptyListOf().ToArbitrary(),
        codes =>
        {
            var slugs = new DocumentSlugs();
            var taken = codes.Distinct().Select(slugs.Take).ToList();
            Assert.Equal(taken.Count, taken.Distinct(StringComparer.OrdinalIgnoreCase).Count());
            Assert.All(taken, slug => Assert.Matches("^[a-z0-9-]{1,80}$", slug));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void TheGeneratedAddressOfADocumentDoesNotDependOnOtherDocuments()
    {
        var (alone, among) = (new DocumentSlugs(), new DocumentSlugs());
        _ = new[] { "参考", "別冊", "1" }.Select(among.Take).ToList();
        Assert.Equal(alone.Take("はじめに"), among.Take("はじめに"));
    }

    private static Passage Of(EquatableList<string> path, PassageKind kind) =>
        new("kenkofukushi-0001", Some.Source, "資料1-1", path, kind, "文");

    private static string Drawn(PassageSection section) => string.Join(' ', section.Parts.SelectMany(part => new[]
    {
        string.Concat(part.Passages.Select(_ => '·')),
        part.Section is null ? "" : $"{part.Section.Heading}({Drawn(part.Section)})",
    }).Where(text => text.Length > 0));
}
