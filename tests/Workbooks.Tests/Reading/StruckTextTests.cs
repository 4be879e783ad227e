using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tests.Reading;

/// <summary>How a text is read in a cell of an .xlsx whose cell font is struck out (取り消し線).</summary>
public sealed class StruckTextTests
{
    private const string Styles =
        """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts><font/><font><strike/></font></fonts><cellXfs><xf/><xf fontId="1"/></cellXfs></styleSheet>""";

    public static TheoryData<string, string> Texts => new()
    {
        { "<t>57</t>", "Struck:" },
        { "<t> </t>", "" },
        { "<r><t>57</t></r>", "Struck:" },
        { "<r><t>5</t></r><r><rPr><b/></rPr><t>7</t></r>", "Text:7" },
        { "<r><rPr><b/></rPr><t>57</t></r>", "Text:57" },
        { "<r><rPr><strike val=\"0\"/></rPr><t>5</t></r><r><t>7</t></r>", "Text:5" },
        { "<r><rPr><strike/></rPr><t>5</t></r><r><rPr><b/></rPr><t>7</t></r>", "Text:7" },
        { "<r><rPr><strike/></rPr><t>57</t></r>", "Struck:" },
        { "<r><t>120</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>1</t></r>", "Text:¹" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void InAStruckOutCellOnlyLettersWithAFontOfTheirOwnAreRead(string text, string shown)
    {
        Assert.Equal(shown, Shown($"<c r=\"A1\" s=\"1\" t=\"inlineStr\"><is>{text}</is></c>", ""));
        Assert.Equal(shown, Shown("<c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c>", text));
    }

    [Fact]
    public void ACellWhoseWholeTextIsStruckOutIsStruckOut()
    {
        const string text = "<r><rPr><strike/></rPr><t>57</t></r>";
        Assert.Equal("Struck:", Shown($"<c r=\"A1\" t=\"inlineStr\"><is>{text}</is></c>", ""));
        Assert.Equal("Struck:", Shown("<c r=\"A1\" t=\"s\"><v>0</v></c>", text));
    }

    [Fact]
    public void ACellIsFlaggedWhenStruckOutLettersWereLeftOut() =>
        Assert.True(CellOf("<c r=\"A1\" s=\"1\" t=\"s\"><v>0</v></c>", "<r><t>5</t></r><r><rPr><b/></rPr><t>7</t></r>")!.Value.HasStruck);

    private static string Shown(string cell, string shared) => CellOf(cell, shared) is { } read ? $"{read.Kind}:{read.Text}" : "";

    private static SheetCell? CellOf(string cell, string shared)
    {
        var book = new TestBook().Raw("表", "", $"<sheetData><row r=\"1\">{cell}</row></sheetData>").Part("xl/styles.xml", Styles)
            .Part(
                "xl/sharedStrings.xml",
                $"<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si>{shared}</si></sst>");
        var (workbook, _) = SpreadsheetReader.Read(book.ToBytes(), Budget.New());
        return workbook!.Sheets[0].Rows is [var row] ? row.At(1) : null;
    }
}
