using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tests.Repairing;

/// <summary>Small workbooks for the tests of edits, and what those tests look for in an edited one.</summary>
internal static class EditedBooks
{
    public const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    public const string Part = "xl/worksheets/0.xml";

    public static byte[] Book(params object?[][] rows) => new TestBook().Sheet("表", rows).ToBytes();

    public static byte[] Formatted(string format) => new TestBook().Sheet("表", [new RawCell("s=\"1\"", "<v>1</v>")]).Part(
        "xl/styles.xml",
        $"<styleSheet {Main}><numFmts><numFmt numFmtId=\"170\" formatCode=\"{System.Security.SecurityElement.Escape(format)}\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>").ToBytes();

    public static byte[] Computing(string formula) => new TestBook
    {
        AfterSheets = "<definedNames><definedName name=\"実績\">表!$A$1:$A$3</definedName><definedName name=\"二段\">実績</definedName>"
            + "<definedName name=\"他\">表!$B$1:$B$3</definedName></definedNames>",
    }
        .Sheet("表", [1, 2], [3, 4], [], [null, null, null, new RawCell("", $"<f>{formula}</f><v>1</v>")])
        .Sheet("別表", [5])
        .Part(
            "xl/worksheets/_rels/0.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"t\" "
                + "Type=\"http://x/table\" Target=\"../tables/table1.xml\"/></Relationships>")
        .Part("xl/tables/table1.xml", $"<table {Main} id=\"1\" displayName=\"売上\" headerRowCount=\"0\" ref=\"A1:A3\"/>").ToBytes();

    public static byte[] Calculated(string chain, params object?[] row) => new TestBook().Sheet("表", row)
        .Part(
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" "
                + "ContentType=\"application/xml\"/><Override PartName=\"/xl/calcChain.xml\" ContentType=\"x/calcChain+xml\"/></Types>")
        .Part(
            "xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"s0\" "
                + "Type=\"http://x/worksheet\" Target=\"worksheets/0.xml\"/><Relationship Id=\"c\" Type=\"http://x/calcChain\" "
                + "Target=\"calcChain.xml\"/></Relationships>")
        .Part("xl/calcChain.xml", $"<calcChain {Main}>{chain}</calcChain>").ToBytes();

    public static SheetCell CellOf(byte[] workbook, string sheet, string cell)
    {
        Assert.True(CellAddress.TryParse(cell, out var address));
        return SpreadsheetReader.Read(workbook, Budget.New()).Workbook!.Sheets.Single(s => s.Name == sheet).At(address);
    }

    public static string Inside(string sheet) => sheet[(sheet.IndexOf('>', StringComparison.Ordinal) + 1)..^"</worksheet>".Length];

    public static string Inline(string address, int style) =>
        Inline(address, address).Replace(" t=", $" s=\"{style}\" t=", StringComparison.Ordinal);

    public static string Inline(string address) => Inline(address, address);

    public static string Inline(string address, string text) =>
        $"<c r=\"{address}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>";
}
