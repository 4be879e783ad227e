using KawasakiServerless.Workbooks.Repairing;
using static KawasakiServerless.Workbooks.Tests.Repairing.EditedBooks;

namespace KawasakiServerless.Workbooks.Tests.Repairing;

/// <summary>An edit that cannot be made without changing something else is refused, and the reason says what to do.</summary>
public sealed class RefusedEditTests
{
    [Theory]
    [InlineData(";;;")]
    [InlineData("0;0;0;\"第\"@")]
    public void AnEditIsRefusedIfTheFormatWouldHideOrAlterTheText(string format) =>
        Assert.Equal(EditRefusal.FormatDistorts, Mended.Refusal(Formatted(format), new CellEdit("表", "A1", CellValue.Of("取組"))));

    [Fact]
    public void AnEditOfTheHeaderOfAnExcelTableIsRefused()
    {
        var book = new TestBook().Sheet("表", ["指標", "単位"], ["a", "人"])
            .Part(
                "xl/worksheets/_rels/0.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"t\" "
                    + "Type=\"http://x/table\" Target=\"../tables/table1.xml\"/></Relationships>")
            .Part("xl/tables/table1.xml", $"<table {Main} id=\"1\" ref=\"A1:B2\"/>").ToBytes();

        Assert.Equal(EditRefusal.TableHeader, Mended.Refusal(book, new CellEdit("表", "B1", CellValue.Of("単"))));
        Assert.Equal(["B2"], Mended.Of(book, new CellEdit("表", "B2", CellValue.Of("回"))).ChangedCells(Part));
    }

    [Theory]
    [InlineData("libreoffice-takatsu.xls")]
    [InlineData("libreoffice-protected.xls")]
    public void AnEditOfAnXlsFileIsRefused(string fixture) =>
        Assert.Equal(EditRefusal.OldFormat, Mended.Refusal(Some.Fixture(fixture), new CellEdit("区の取組", "A1", CellValue.Blank)));

    [Theory]
    [InlineData("ない表", "A1")]
    [InlineData("表", "1A")]
    [InlineData("表", "A0")]
    [InlineData("表", "XFD1")]
    public void AnEditOfAnUnknownSheetOrCellIsRefused(string sheet, string cell) =>
        Assert.Contains(Mended.Refusal(Book([1]), new CellEdit(sheet, cell, CellValue.Of(1))),
            new[] { EditRefusal.SheetNotFound, EditRefusal.NoSuchCell });

    [Fact]
    public void AnEditWithATextTooLongForExcelIsRefused() =>
        Assert.Equal(EditRefusal.TooLong, Mended.Refusal(Book([1]), new CellEdit("表", "A1", CellValue.Of(new string('あ', 32_768)))));

    [Fact]
    public void AllEditsAreRefusedWhenOneOfThemCannotBeMade()
    {
        var outcome = WorkbookEditing.Apply(
            Book([1]), [new("表", "A1", CellValue.Of(2)), new("表", "?", CellValue.Of(2))], CancellationToken.None);

        Assert.Equal("?", Assert.Single(Assert.IsType<EditsRefused>(outcome).Refused).Edit?.Cell);
    }

    [Fact]
    public void EveryRefusalSaysWhatToDo()
    {
        Assert.All(EditRefusal.All, r => Assert.EndsWith("ください。", r.Remedy, StringComparison.Ordinal));
        Assert.Equal(EditRefusal.All.Count, EditRefusal.All.DistinctBy(r => r.Code).Count());
    }

    public static TheoryData<string> Nasty =>
        [.. Directory.EnumerateFiles(Path.Combine(Some.PathOf("Fixtures"), "nasty")).Select(f => Path.GetFileName(f))];

    [Theory]
    [MemberData(nameof(Nasty))]
    public void AnEditOfAFaultyWorkbookChangesOnlyItsCellOrIsRefused(string file)
    {
        var original = Some.Fixture(Path.Combine("nasty", file));

        var outcome = WorkbookEditing.Apply(original, [new("視点別取組", "H2", CellValue.Of("人"))], CancellationToken.None);

        if (outcome is WorkbookEdited edited)
            Assert.Equal(["H2"], new Mended(original, edited.Workbook.ToArray()) is { ChangedParts: [var part] } mended
                ? mended.ChangedCells(part) : []);
    }
}
