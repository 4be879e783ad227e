using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>
/// Groups the requested edits by sheet and cell, and collects those that are not possible. An edit of any cell of a merged range is treated
/// as an edit of the upper left cell of the range.
/// </summary>
internal sealed class EditPlan
{
    // The maximum number of characters that Excel allows in a cell.
    private const int LongestText = 32_767;

    private readonly List<RefusedEdit> refused = [];
    private readonly Dictionary<string, Dictionary<CellAddress, PendingEdit>> bySheet = new(StringComparer.Ordinal);

    /// <summary>Whether a sheet of the workbook has a formula.</summary>
    public bool HasFormulas { get; private init; }

    public IReadOnlyDictionary<string, Dictionary<CellAddress, PendingEdit>> BySheet => bySheet;

    public EquatableList<RefusedEdit> Refusals =>
        [.. refused, .. bySheet.Values.SelectMany(s => s.Values).Where(e => e.Refusal is not null)
            .Select(e => new RefusedEdit(e.Edit, e.Refusal!))];

    public static EditPlan Of(Spreadsheet workbook, IReadOnlyList<CellEdit> edits)
    {
        var plan = new EditPlan { HasFormulas = workbook.Sheets.Any(s => s.FirstFormula is not null) };
        var sheets = workbook.Sheets.ToLookup(s => s.Name, StringComparer.Ordinal);
        foreach (var edit in edits)
        {
            if (plan.Add(edit, [.. sheets[edit.Sheet]]) is { } reason)
                plan.refused.Add(new(edit, reason));
        }

        return plan;
    }

    private EditRefusal? Add(CellEdit edit, IReadOnlyList<Sheet> sheets)
    {
        if (sheets is not [var sheet])
            return EditRefusal.SheetNotFound;
        if (!CellAddress.TryParse(edit.Cell, out var address) || address.Column > WorkbookLimits.Columns)
            return EditRefusal.NoSuchCell;
        if (edit.Value.Text.Length > LongestText)
            return EditRefusal.TooLong;
        if (!bySheet.TryGetValue(sheet.Name, out var cells))
            bySheet[sheet.Name] = cells = [];
        var pending = new PendingEdit(edit, sheet.Owner(address));
        return cells.TryAdd(pending.At, pending) || cells[pending.At].Edit.Value == edit.Value ? null : EditRefusal.CellTwice;
    }
}
