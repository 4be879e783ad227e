using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>The columns of fiscal years under a header row, in ascending order, and the columns of goals beside them.</summary>
/// <param name="Plans">The columns with planned figures of a year that also has a column with actual ones. They are not read.</param>
internal sealed record YearColumns(IReadOnlyList<YearColumn> Years, IReadOnlyList<PlanColumn> Plans)
{
    public static YearColumns None { get; } = new([], []);

    /// <summary>
    /// Finds the columns whose header names a year. If several name the same year, the first is read whose header, and the heading above
    /// it, do not say that its figures are planned ones.
    /// </summary>
    public static YearColumns In(IReadOnlyList<WrittenHeader> headers, Sheet sheet, int row)
    {
        var named = headers
            .Select(h => YearHeader.TryParse(h.Text, out var year) ? new NamedColumn(year, h.At, PlanOf(h, sheet, row)) : null)
            .OfType<NamedColumn>().OrderBy(c => c.Plan is not null).ThenBy(c => c.At).ToList();
        var read = named.DistinctBy(c => c.Year).OrderBy(c => c.Year).ToList();
        return new(
            [.. read.Select(c => new YearColumn(c.Year, c.At))],
            [.. named.Except(read).Where(c => c.Plan is not null).Select(c => new PlanColumn(c.At, c.Plan!))]);
    }

    /// <summary>
    /// Finds the actual figures where the header of each year spans several columns and the row below it says which of them contains the
    /// goal (目標) and which the actual figure (実績). Null if the row does not do so for every year.
    /// </summary>
    /// <param name="table">The table with the headers of the years.</param>
    /// <param name="below">The texts of the row below the header row.</param>
    public static YearColumns? Below(FoundTable table, IReadOnlyList<WrittenHeader> below)
    {
        var actual = below.Where(h => YearHeader.IsActual(h.Text)).ToList();
        var years = table.Years.Select(y => (y.Year, actual.Find(h => table.YearAbove(h.At) == y)?.At)).ToList();
        return years.TrueForAll(y => y.At is not null)
            ? new(
                [.. years.Select(y => new YearColumn(y.Year, y.At!.Value))],
                [.. below.Where(h => YearHeader.IsOfThePlan(h.Text)).Select(h => new PlanColumn(h.At, h.Text))])
            : null;
    }

    private static string? PlanOf(WrittenHeader header, Sheet sheet, int row) =>
        YearHeader.IsOfThePlan(header.Text) ? header.Text
        : row > 1 && HeadingAt(sheet, new(row - 1, header.At)) is { Length: > 0 } heading && YearHeader.IsOfThePlan(heading) ? heading
        : null;

    private static string HeadingAt(Sheet sheet, CellAddress at) => TemplateColumn.FoldHeader(sheet.At(sheet.Owner(at)).Text);

    /// <param name="Plan">The text that says that the figures are planned ones; null for actual figures.</param>
    private sealed record NamedColumn(FiscalYear Year, int At, string? Plan);
}

/// <summary>A column of planned figures, which are not read.</summary>
/// <param name="Text">The header or heading that says so, such as 目標.</param>
internal sealed record PlanColumn(int At, string Text);
