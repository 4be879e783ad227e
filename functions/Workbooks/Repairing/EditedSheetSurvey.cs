using System.Xml;
using KawasakiServerless.Workbooks.Annotating;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>
/// Finds out what must be known about a sheet before its cells are edited: which of the edited cells exist in its XML, which of them have
/// formulas, and the column formats. Refuses edits of formulas that other cells use too.
/// </summary>
internal sealed class EditedSheetSurvey(IReadOnlyDictionary<CellAddress, PendingEdit> edits, Budget budget)
{
    private readonly Dictionary<string, PendingEdit> editedMasters = new(StringComparer.Ordinal);
    private readonly HashSet<string> usedElsewhere = new(StringComparer.Ordinal);
    private int row, column;

    public ColumnFormats Columns { get; } = new();

    /// <summary>The edited cells that have a formula, which the edit removes.</summary>
    public List<CellAddress> Formulas { get; } = [];

    public void Read(XmlReader sheet)
    {
        while (sheet.Step(budget))
        {
            if (sheet.NodeType == XmlNodeType.Element)
                Take(sheet);
        }

        foreach (var (shared, edit) in editedMasters)
            edit.Refusal = usedElsewhere.Contains(shared) ? EditRefusal.SharedFormula : edit.Refusal;
    }

    private void Take(XmlReader sheet)
    {
        switch (sheet.LocalName)
        {
            case "row":
                budget.SpendRow();
                (row, column) = (MarkedSheet.RowNumber(sheet, row), 0);
                break;
            case "c":
                column = CellAddress.TryParse(sheet.GetAttribute("r"), out var address) ? address.Column : column + 1;
                TakeCell();
                break;
            case "f":
                TakeFormula(sheet.GetAttribute("t"), sheet.GetAttribute("si") ?? "", sheet.GetAttribute("ref"));
                break;
            case "col":
                budget.SpendColumnFormat();
                Columns.Add(new(TagNumber(sheet, "min"), TagNumber(sheet, "max"), null, TagNumber(sheet, "style")));
                break;
        }
    }

    private void TakeCell()
    {
        if (!edits.TryGetValue(new(row, column), out var edit))
            return;
        // The sheet contains the address twice. Programs differ in which of the two cells they display, so the edit is refused.
        if (edit.IsThere)
            edit.Refusal = EditRefusal.NotEditable;
        edit.IsThere = true;
    }

    private void TakeFormula(string? type, string shared, string? range)
    {
        var edited = edits.GetValueOrDefault(new(row, column));
        if (edited is not null)
            Formulas.Add(edited.At);
        if (type is "array" or "dataTable")
            TakeArray(range);
        else if (type == "shared" && edited is not null && range is not null)
            editedMasters[shared] = edited;
        else if (type == "shared" && edited is null)
            usedElsewhere.Add(shared);
    }

    private void TakeArray(string? range)
    {
        if (!CellRange.TryParse(range, out var array))
            return;
        foreach (var edit in edits.Values.Where(e => Holds(array.Value, e.At)))
            edit.Refusal = array.Value.First == array.Value.Last ? edit.Refusal : EditRefusal.ArrayFormula;
    }

    public static bool Holds(CellRange range, CellAddress at) =>
        at.Row >= range.First.Row && at.Row <= range.Last.Row && at.Column >= range.First.Column && at.Column <= range.Last.Column;

    private static int TagNumber(XmlReader reader, string attribute) =>
        int.TryParse(reader.GetAttribute(attribute), out var number) ? number : 0;
}
