using System.Text;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Tests.Annotating;

/// <summary>Sheets and comments that other programs wrote in an unusual but readable form are marked like those of Excel.</summary>
public sealed class UnusualMarkupTests
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    [Theory]
    [InlineData("1: A1, 2: A2, 2: B2, 3: A3", "1A 2A 2B 3A")]
    [InlineData("1: A1, 3: A3, 2: A2 B2", "1A 3A 2A,2B")]
    [InlineData("2: B2, 1: A1, 2: A2", "2B 1A 2A")]
    public void ACellOfARepeatedOrMisplacedRowIsMarkedItself(string expected, string rows)
    {
        var xml = string.Concat(rows.Split(' ').Select(r => Row(r.Split(','))));
        var answer = Answer.To(new TestBook().Raw("表", "", $"<sheetData>{xml}</sheetData>").ToBytes(), At("A2, B2"));

        Assert.Equal(expected, answer.CellsOf("表"));
        Assert.Equal(("FFFFD0D4", "FFFFD0D4"), (answer.FillOf("表", "A2"), answer.FillOf("表", "B2")));
    }

    [Fact]
    public void AMissingCellOfARepeatedRowIsAddedOnce() => Assert.Equal(
        "2: A2 C2, 2: B2",
        Answer.To(new TestBook().Raw("表", "", $"<sheetData>{Row(["2A"])}{Row(["2B"])}</sheetData>").ToBytes(), At("B2, C2")).CellsOf("表"));

    [Fact]
    public void ACommentWithoutTextIsExtended()
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        var book = new TestBook().Raw("表", "", "<sheetData/>")
            .Part("xl/worksheets/_rels/0.xml.rels",
                $"<Relationships><Relationship Id=\"a\" Type=\"{Office}/comments\" Target=\"../comments1.xml\"/></Relationships>")
            .Part("xl/comments1.xml",
                $"<comments xmlns=\"{main}\"><authors><author>局</author></authors><commentList><comment ref=\"A1\" authorId=\"0\"/></commentList></comments>")
            .ToBytes();

        Assert.Contains("何かが違います。", Assert.Single(Answer.To(book, At("A1")).Comments("表")).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void APartWhoseNameLeavesThePackageIsNotPassedOn()
    {
        var parts = Answer.PartsOf(new TestBook().Sheet("表", ["あ"]).ToBytes());
        var names = parts.Keys.ToList();
        foreach (var name in (string[])["../../../etc/passwd", "xl/..%2F..%2Fa.xml", "..\\a.xml", "c:/a.xml", "xl/a%00b.xml"])
            parts[name] = [1];

        var answered = Answer.PartsOf(Answer.To(TestBook.Zip(parts.Select(p => (p.Key, p.Value))), At("A1")).Bytes);

        Assert.All(names, name => Assert.Contains(name, answered.Keys));
        Assert.DoesNotContain(answered.Keys, name => Array.Exists(
            ["..", "a.xml", "%00"], part => name.Contains(part, StringComparison.Ordinal)));
    }

    [Fact]
    public void ASheetInUtf16IsDeselected()
    {
        const string part = "xl/worksheets/1.xml", xml = "<sheetViews><sheetView tabSelected=\"1\" workbookViewId=\"0\"/></sheetViews><sheetData/>";
        var parts = Answer.PartsOf(new TestBook().Sheet("表", ["あ"]).Raw("別", "", xml).ToBytes());
        parts[part] = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(parts[part]))];
        var answer = new Answer(Answer.To(TestBook.Zip(parts.Select(p => (p.Key, p.Value))), At("A1")).Bytes);

        Assert.DoesNotContain("tabSelected", answer.Text(part).Replace("\0", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static string Row(string[] cells) =>
        $"<row r=\"{cells[0][0]}\">{string.Concat(cells.Select(c => $"<c r=\"{c[1]}{c[0]}\"><v>1</v></c>"))}</row>";

    private static Problem At(string cells) => new("x", Severity.Error, "表", cells, null, "何かが違います。", "直してください。例：1");
}
