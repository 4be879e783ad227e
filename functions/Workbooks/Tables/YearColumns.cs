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
    /// Finds the actual figures where the row below the headers of the years says which column contains the goal (目標) and which the actual
    /// figure (実績). A year with a single column may have nothing below it. Null if the row says nothing else of a year that spans several
    /// columns.
    /// </summary>
    /// <param name="table">The table with the headers of the years.</param>
    /// <param name="below">The texts of the row below the header row.</param>
    public static YearColumns? Below(FoundTable table, IReadOnlyList<WrittenHeader> below)
    {
        if (!below.Any(h => YearHeader.IsActual(h.Text)))
            return null;
        List<YearColumn> years = [];
        foreach (var year in table.Years)
        {
            var own = below.Where(h => h.Text.Length > 0 && table.YearAbove(h.At) == year).ToList();
            if (own.Find(h => YearHeader.IsActual(h.Text)) is { } actual)
                years.Add(new(year.Year, actual.At));
            else if (own.Count == 0)
                years.Add(year);
            else if (!own.TrueForAll(h => YearHeader.IsOfThePlan(h.Text)))
                return null;
        }

        return new(years, [.. below.Where(h => YearHeader.IsOfThePlan(h.Text)).Select(h => new PlanColumn(h.At, h.Text))]);
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
