using KawasakiServerless.Workbooks.Repairing;
using static KawasakiServerless.Workbooks.Tests.Repairing.EditedBooks;

namespace KawasakiServerless.Workbooks.Tests.Repairing;

/// <summary>An edit removes the formula of its cell, and is refused if another formula depends on the cell.</summary>
public sealed class EditedFormulaTests
{
    [Fact]
    public void ReplacingAFormulaRemovesItsEntryFromTheCalculationChain()
    {
        var mended = Mended.Of(
            Calculated("<c r=\"A1\" i=\"1\"/><c r=\"B1\"/><c r=\"A1\" i=\"2\"/>", new RawCell("", "<f>1+1</f><v>2</v>"),
                new RawCell("", "<f>C1</f><v>2</v>")),
            new CellEdit("表", "A1", CellValue.Of(5)));

        Assert.Equal(["xl/worksheets/0.xml", "xl/calcChain.xml"], mended.ChangedParts);
        Assert.Equal($"<calcChain {Main}><c r=\"B1\" i=\"1\"/><c r=\"A1\" i=\"2\"/></calcChain>", mended.Text("xl/calcChain.xml"));
        Assert.Contains("<c r=\"A1\" ><v>5</v></c><c r=\"B1\" ><f>C1</f><v>2</v></c>",
            mended.Text(Part).Replace("<c r=\"A1\">", "<c r=\"A1\" >", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void ACalculationChainThatBecomesEmptyIsRemoved()
    {
        var book = Calculated("<c r=\"A1\" i=\"1\"/>", new RawCell("", "<f>1+1</f><v>2</v>"));

        var mended = Mended.Of(book, new CellEdit("表", "A1", CellValue.Of(5)));

        Assert.Equal(Mended.NamesOf(book).Except(["xl/calcChain.xml"]), Mended.NamesOf(mended.Bytes));
        Assert.DoesNotContain(
            "calcChain", mended.Text("xl/_rels/workbook.xml.rels") + mended.Text("[Content_Types].xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void AnEditOfTheCellWhoseFormulaOtherCellsShareIsRefused()
    {
        var book = Book(
            [new RawCell("", "<f t=\"shared\" ref=\"A1:A2\" si=\"0\">B1*2</f><v>2</v>"), 1],
            [new RawCell("", "<f t=\"shared\" si=\"0\"/><v>4</v>"), 2]);

        Assert.Equal(EditRefusal.SharedFormula, Mended.Refusal(book, new CellEdit("表", "A1", CellValue.Of(5))));
        Assert.Equal(["A2"], Mended.Of(book, new CellEdit("表", "A2", CellValue.Of(5))).ChangedCells(Part));
        Assert.Equal(["A1", "A2"], Mended.Of(book, new("表", "A1", CellValue.Of(5)), new("表", "A2", CellValue.Of(6))).ChangedCells(Part));
    }

    [Fact]
    public void AnEditOfOneCellOfAMultiCellArrayFormulaIsRefused()
    {
        var book = Book([new RawCell("cm=\"1\"", "<f t=\"array\" ref=\"A1\">SUM(B1:B2)</f><v>2</v>"),
            new RawCell("", "<f t=\"array\" ref=\"B1:B2\">C1:C2</f><v>1</v>")], [null, 1]);

        Assert.Equal(EditRefusal.ArrayFormula, Mended.Refusal(book, new CellEdit("表", "B2", CellValue.Of(5))));
        Assert.Contains(
            "<c r=\"A1\"><v>5</v></c>", Mended.Of(book, new CellEdit("表", "A1", CellValue.Of(5))).Text(Part), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A1+B1")]
    [InlineData("ROUND($A$1/1000,0)")]
    [InlineData("SUM(A:A)")]
    [InlineData("SUM(1:1)")]
    [InlineData("SUM($B$3:A1)")]
    [InlineData("表!A1")]
    [InlineData("'表'!A1")]
    [InlineData("IF(\"B1\"=\"\"\"\",0,a1)")]
    [InlineData("INDIRECT(\"A\"&amp;1)")]
    [InlineData("SUM(B2:INDEX(A:A,1))")]
    [InlineData("SUM(別表:表!A1)")]
    [InlineData("SUM(実績)")]
    [InlineData("SUM(二段)")]
    [InlineData("売上[金額]")]
    public void AnEditOfACellToWhichAFormulaRefersIsRefused(string formula) =>
        Assert.Equal(EditRefusal.FormulaDepends, Mended.Refusal(Computing(formula), new CellEdit("表", "A1", CellValue.Of(5))));

    [Theory]
    [InlineData("B1+A2+AA1+A11")]
    [InlineData("LOG10(B1)&amp;\"A1\"")]
    [InlineData("別表!A1")]
    [InlineData("[1]表!A1+'[2]表'!A1")]
    [InlineData("SUM(B:C)+SUM(2:4)")]
    [InlineData("SUM(他)")]
    [InlineData("1.5E+3+TODAY()")]
    public void AnEditOfACellToWhichNoFormulaRefersIsApplied(string formula) =>
        Assert.Equal(["A1"], Mended.Of(Computing(formula), new CellEdit("表", "A1", CellValue.Of(5))).ChangedCells(Part));

    [Fact]
    public void TheAddressesOfASharedFormulaAreRelativeToItsFirstCell()
    {
        var book = Book(
            [1, new RawCell("", "<f t=\"shared\" ref=\"B1:B2\" si=\"0\">A1*$C$1</f><v>2</v>"), 2, 3],
            [1, new RawCell("", "<f t=\"shared\" si=\"0\"/><v>2</v>"), 2, 3]);

        Assert.All(new[] { "A1", "A2", "C1" }, cell =>
            Assert.Equal(EditRefusal.FormulaDepends, Mended.Refusal(book, new CellEdit("表", cell, CellValue.Of(5)))));
        Assert.Equal(["C2"], Mended.Of(book, new CellEdit("表", "C2", CellValue.Of(5))).ChangedCells(Part));
    }

    [Fact]
    public void AnEditIsAppliedIfTheFormulaThatRefersToItsCellIsReplacedToo()
    {
        var book = Book([1, new RawCell("", "<f>A1</f><v>1</v>")]);

        Assert.Equal(["A1", "B1"], Mended.Of(book, new("表", "A1", CellValue.Of(5)), new("表", "B1", CellValue.Of(6))).ChangedCells(Part));
    }
}
