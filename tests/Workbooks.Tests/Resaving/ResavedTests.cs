namespace KawasakiServerless.Workbooks.Tests.Resaving;

/// <summary>Which program a workbook was last saved with makes no difference.</summary>
public sealed class ResavedTests
{
    public static TheoryData<string> Writers => ["openpyxl", "libreoffice-xlsx", "libreoffice-xls", "exceljs"];

    [Theory]
    [MemberData(nameof(Writers))]
    public void ASampleReadsTheSame(string writer)
    {
        var all = Resaved.By(writer, "samples").ToList();

        Assert.Equal(19, all.Count);
        AssertDiffer([], all);
    }

    [Theory]
    // Each gives a row or a column of no size its usual one, keeps one of two parts of a name, and no sheet's wish to show no zeros that is
    // not the first's. It keeps letters of one look in a cell, and no value of a formula.
    [InlineData(
        "openpyxl", "duplicate-entries/in", "height-zero/column", "height-zero/row", "shown-blank/format", "shown-blank/sheet-option",
        "strike-within-cell/layout", "strike-within-cell/template", "strike-within-cell/text")]
    // It computes what was never computed.
    [InlineData(
        "libreoffice-xlsx", "duplicate-entries/in", "full-calc-on-load/in", "height-zero/column", "height-zero/row",
        "shown-blank/sheet-option")]
    [InlineData(
        "libreoffice-xls", "duplicate-entries/in", "full-calc-on-load/in", "height-zero/column", "height-zero/row",
        "shown-blank/sheet-option")]
    // It forgets that nothing was computed yet, and finds no part whose name is encoded.
    [InlineData(
        "exceljs", "duplicate-entries/in", "full-calc-on-load/in", "height-zero/column", "height-zero/row", "percent-encoded-part/in",
        "shown-blank/sheet-option")]
    public void ACaseReadsTheSameUnlessTheProgramChangesWhatIsSeen(string writer, params string[] changed) =>
        AssertDiffer(changed, Resaved.By(writer, "cases"));

    [Theory]
    [InlineData("openpyxl", "height-zero/row", "strike-within-cell/template", "strike-within-cell/text")]
    // It strikes out the cell beside one whose first letters are, when both have one style.
    [InlineData("libreoffice-xlsx", "height-zero/row", "strike-within-cell/template")]
    [InlineData("libreoffice-xls", "height-zero/row", "strike-within-cell/template")]
    [InlineData("exceljs", "height-zero/row")]
    public void AnAnswerReadsAsWhatItAnswers(string writer, params string[] changed) =>
        AssertDiffer(changed, Resaved.By(writer, "answers"));

    private static void AssertDiffer(IEnumerable<string> changed, IEnumerable<Resaved> workbooks)
    {
        var found = workbooks.SelectMany(r => r.DifferencesFrom(Some.Read(r.Original)), (r, difference) => (r.Name, Difference: difference))
            .ToList();
        if (!found.Select(f => f.Name).Distinct().SequenceEqual(changed.Select(c => $"cases/{c}.xlsx")))
            Assert.Fail(string.Join('\n', found.Select(f => f.Difference)));
    }
}
