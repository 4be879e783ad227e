using System.Globalization;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Repairing;
using KawasakiServerless.Workbooks.Spreadsheets;
using static KawasakiServerless.Workbooks.Tests.Repairing.EditedBooks;

namespace KawasakiServerless.Workbooks.Tests.Repairing;

/// <summary>Cells of a department's own workbook are changed in place, and the rest of the file stays as it is.</summary>
public sealed class WorkbookEditingTests
{
    [Fact]
    public void OnlyTheNamedCellsChange()
    {
        var sample = Some.Sample("byoin");

        var mended = Mended.Of(sample, new("視点別取組", "K11", CellValue.Of(651)), new("視点別取組", "H11", CellValue.Of("人")),
            new("視点別取組", "M12", CellValue.Of("暫定値\n再集計中")));

        Assert.Equal(["xl/worksheets/sheet2.xml"], mended.ChangedParts);
        Assert.Equal(["H11", "K11", "M12"], mended.ChangedCells("xl/worksheets/sheet2.xml"));
        Assert.Equal(mended.Around("xl/worksheets/sheet2.xml").Before, mended.Around("xl/worksheets/sheet2.xml").After);
    }

    [Theory]
    [InlineData("libreoffice-takatsu.xlsx")]
    [InlineData("openpyxl-takatsu.xlsx")]
    [InlineData("filled/libreoffice-takatsu.xlsx")]
    [InlineData("filled/openpyxl-takatsu.xlsx")]
    [InlineData("openpyxl-rich.xlsx")]
    public void AnEditChangesOnlyItsCellWhicheverProgramSavedTheWorkbook(string fixture)
    {
        var book = Some.Fixture(fixture);
        var sheet = SpreadsheetReader.Read(book, Budget.New()).Workbook!.Sheets[1];

        var mended = Mended.Of(book, new CellEdit(sheet.Name, "E2", CellValue.Of("直した")));

        Assert.Equal("直した", CellOf(mended.Bytes, sheet.Name, "E2").Text);
        Assert.Single(mended.ChangedParts);
        Assert.Equal(["E2"], mended.ChangedCells(mended.ChangedParts[0]));
    }

    [Theory]
    [InlineData("a < b & c > \"d\" 'e'")]
    [InlineData("=SUM(A1:A2)")]
    [InlineData("_x000D_ と _x0041_")]
    [InlineData("一行目\n二行目")]
    [InlineData("{0} と {1}")]
    [InlineData("𠮷野家 ]]> <!-- -->")]
    [InlineData("タブ\tと制御文字\u0001")]
    public void ATextIsReadAsItWasTyped(string text)
    {
        var mended = Mended.Of(Book([null, "古い"]), new CellEdit("表", "B1", CellValue.Of(text)));

        Assert.Equal(text, CellOf(mended.Bytes, "表", "B1").Text);
        Assert.Equal(CellKind.Text, CellOf(mended.Bytes, "表", "B1").Kind);
    }

    [Theory]
    [InlineData("651")]
    [InlineData("-0.5")]
    [InlineData("1234567.891")]
    public void ANumberIsWrittenInInvariantFormatAndReadBackUnchanged(string number)
    {
        var value = decimal.Parse(number, CultureInfo.InvariantCulture);

        var mended = Mended.Of(Book([1]), new CellEdit("表", "A1", CellValue.Of(value)));

        Assert.Contains($"<c r=\"A1\"><v>{number}</v></c>", mended.Text(Part), StringComparison.Ordinal);
        Assert.Equal(value, CellOf(mended.Bytes, "表", "A1").Number);
    }

    [Fact]
    public void ABlankCellKeepsItsFormat()
    {
        var mended = Mended.Of(Book([new RawCell("s=\"2\" t=\"str\"", "<v>x</v>"), "b"]), new CellEdit("表", "A1", CellValue.Of("　")));

        Assert.Contains("<c r=\"A1\" s=\"2\"/>", mended.Text(Part), StringComparison.Ordinal);
    }

    [Fact]
    public void AMergedCellIsMendedInTheFirstOfItsCells()
    {
        var book = new TestBook()
            .Raw(
                "表", "",
                "<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref=\"A1:B3\"/></mergeCells>")
            .ToBytes();

        Assert.Equal(["A1"], Mended.Of(book, new CellEdit("表", "B3", CellValue.Of(2))).ChangedCells(Part));
        Assert.Equal(EditRefusal.CellTwice, Mended.Refusal(book, new("表", "B3", CellValue.Of(2)), new("表", "A1", CellValue.Of(3))));
    }

    [Theory]
    [InlineData("0%", "45", "<v>0.45</v>")]
    [InlineData("0%", "45.9", null)]
    [InlineData("0.0%", "45.9", "<v>0.459</v>")]
    [InlineData("0\"人\"", "92", "<v>92</v>")]
    [InlineData("0,", "52345", null)]
    [InlineData("#,##0", "1234", "<v>1234</v>")]
    [InlineData("0", "1.5", null)]
    [InlineData("yyyy/m/d", "92", null)]
    [InlineData("@", "92", "<v>92</v>")]
    [InlineData("\"約\"0", "92", null)]
    public void ANumberThatItsFormatWouldDistortIsWrittenAsText(string format, string number, string? written)
    {
        var mended = Mended.Of(
            Formatted(format), new CellEdit("表", "A1", CellValue.Of(decimal.Parse(number, CultureInfo.InvariantCulture))));

        Assert.Contains(
            $"<c r=\"A1\" s=\"1\"{(written is null ? $" t=\"inlineStr\"><is><t xml:space=\"preserve\">{number}</t></is>" : $">{written}")}</c>",
            mended.Text(Part), StringComparison.Ordinal);
    }

    [Fact]
    public void AWorkbookWithoutEditsKeepsItsBytes()
    {
        var sample = Some.Sample("byoin");

        Assert.Equal(sample, Mended.Of(sample).Bytes);
    }
}
