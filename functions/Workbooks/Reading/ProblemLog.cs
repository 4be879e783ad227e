using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks;

/// <summary>Collects findings: one for each cell, given out in the order of sheets, rows and columns.</summary>
internal sealed class ProblemLog
{
    private readonly List<(int Sheet, CellAddress Address, Problem Problem)> entries = [];
    private readonly HashSet<(int, CellAddress)> reported = [];

    public EquatableList<Problem> Problems =>
        [.. entries.OrderBy(e => e.Sheet).ThenBy(e => e.Address.Row).ThenBy(e => e.Address.Column).Select(e => e.Problem)];

    public void Add(Finding finding, string? found = null) => entries.Add((-1, default, finding.At(null, null, found)));

    public void Add(Finding finding, SheetPlace sheet) => entries.Add((sheet.Index, default, finding.At(sheet.Name, null, null)));

    public void Add(Finding finding, SheetPlace sheet, CellAddress address, Cell cell)
    {
        if (reported.Add((sheet.Index, address)))
            entries.Add((sheet.Index, address, finding.At(sheet.Name, $"{address}", cell.Text.Length == 0 ? null : Excerpt(cell.Text))));
    }

    private static string Excerpt(string text) => text.Length <= 100 ? text : $"{text[..(char.IsHighSurrogate(text[98]) ? 98 : 99)]}…";
}

/// <param name="Index">Its place among the sheets of the workbook.</param>
internal sealed record SheetPlace(int Index, string Name);
