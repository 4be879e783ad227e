namespace KawasakiServerless.Workbooks.Tests.Resaving;

/// <summary>A workbook is read the same whichever program saved it last, except for the listed cases.</summary>
public sealed class ResavedTests
{
    public static TheoryData<string> Writers => ["openpyxl", "libreoffice-xlsx", "libreoffice-xls", "exceljs"];

    [Theory]
    [MemberData(nameof(Writers))]
    public void ASampleSavedAgainByAnotherProgramIsReadTheSame(string writer)
    {
        var all = Resaved.By(writer, "samples").ToList();

        Assert.Equal(19, all.Count);
        AssertDiffer([], all);
    }

    [Theory]
    // All four programs give a row or column of zero size its usual size, keep one of two parts with the same name, and keep the option to
    // hide zeros only on the first sheet. openpyxl also keeps only one format for the letters of a cell, and no values of formulas.
    [InlineData(
        "openpyxl", "duplicate-entries/in", "height-zero/column", "height-zero/row", "shown-blank/format", "shown-blank/sheet-option",
        "strike-within-cell/layout", "strike-within-cell/template", "strike-within-cell/text")]
    // LibreOffice computes formulas that were never computed.
    [InlineData(
        "libreoffice-xlsx", "duplicate-entries/in", "full-calc-on-load/in", "height-zero/column", "height-zero/row",
        "shown-blank/sheet-option")]
    [InlineData(
        "libreoffice-xls", "duplicate-entries/in", "full-calc-on-load/in", "height-zero/column", "height-zero/row",
        "shown-blank/sheet-option")]
    // exceljs does not keep the mark that nothing was computed yet, and does not find a part whose name is percent-encoded.
    [InlineData(
        "exceljs", "duplicate-entries/in", "full-calc-on-load/in", "height-zero/column", "height-zero/row", "percent-encoded-part/in",
        "shown-blank/sheet-option")]
    public void ACaseReadsTheSameUnlessTheProgramChangesWhatIsSeen(string writer, params string[] changed) =>
        AssertDiffer(changed, Resaved.By(writer, "cases"));

    [Theory]
    [InlineData("openpyxl", "height-zero/row", "strike-within-cell/template", "strike-within-cell/text")]
    // If the first letters of a cell are struck out, LibreOffice strikes out the cell beside it too when both have the same style.
    [InlineData("libreoffice-xlsx", "height-zero/row", "strike-within-cell/template")]
    [InlineData("libreoffice-xls", "height-zero/row", "strike-within-cell/template")]
    [InlineData("exceljs", "height-zero/row")]
    public void AnAnswerSavedAgainIsReadLikeTheWorkbookItWasMadeFor(string writer, params string[] changed) =>
        AssertDiffer(changed, Resaved.By(writer, "answers"));

    private static void AssertDiffer(IEnumerable<string> changed, IEnumerable<Resaved> workbooks)
    {
        var found = workbooks.SelectMany(r => r.DifferencesFrom(Some.Read(r.Original)), (r, difference) => (r.Name, Difference: difference))
            .ToList();
        if (!found.Select(f => f.Name).Distinct().SequenceEqual(changed.Select(c => $"cases/{c}.xlsx")))
            Assert.Fail(string.Join('\n', found.Select(f => f.Difference)));
    }
}
