using System.Xml;
using KawasakiServerless.Workbooks.Annotating;
using KawasakiServerless.Workbooks.Spreadsheets;
using XmlText = KawasakiServerless.Workbooks.Spreadsheets.XmlText;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>
/// Refuses edits of cells to which a formula of the workbook refers. Nothing computes the formula again before the workbook is published,
/// so its saved result would no longer be the one that Excel displays. Formulas that use the result of such a formula need not be found,
/// because the edit is refused anyway. When it is not clear to which cells a formula refers, all edits are refused.
/// </summary>
internal sealed class DependentFormulas(Package package, WorkbookOutline outline, EditPlan plan)
{
    private readonly XmlText text = new(package.Budget);

    private readonly Dictionary<string, List<PendingEdit>> edits = plan.BySheet
        .GroupBy(s => s.Key, s => s.Value.Values, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(g => g.Key, g => g.SelectMany(e => e).ToList(), StringComparer.OrdinalIgnoreCase);

    // By defined name or name of an Excel table, the edited cells that belong to its range.
    private readonly Dictionary<string, HashSet<PendingEdit>> named = new(StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, (FormulaText Formula, CellAddress At)> shared = new(StringComparer.Ordinal);

    private IEnumerable<PendingEdit> All => edits.Values.SelectMany(e => e);

    public void Refuse()
    {
        foreach (var sheet in outline.Sheets)
            ReadTables(sheet);
        ReadNames();
        foreach (var sheet in outline.Sheets)
            ReadFormulas(sheet);
    }

    private void ReadNames()
    {
        List<(string Name, FormulaText Formula)> definitions = [];
        using var reader = package.Open(outline.Path);
        while (reader.Step(package.Budget))
        {
            if (reader.IsAt("definedName") && reader.GetAttribute("name") is { } name)
                definitions.Add((name, FormulaText.Parse(text.ReadElement(reader))));
        }

        foreach (var (name, _) in definitions)
            named.TryAdd(name, []);
        foreach (var (name, formula) in definitions)
            named[name].UnionWith(IsClear(formula) ? formula.Areas.SelectMany(a => In(a, a.Sheet!)) : All);
    }

    // A name is not clear if it is defined by another name or a table, or by an address that depends on the cell in which the name is used.
    private bool IsClear(FormulaText definition) =>
        !definition.IsUnclear && definition.Areas.All(a => a.IsFixed && a.Sheet is not null) && !definition.Words.Any(named.ContainsKey);

    private void ReadTables(SheetOutline sheet)
    {
        foreach (var relation in package.RelationsOf(sheet.Path).Where(r => r.Type == "table" && package.Has(r.Target)))
            ReadTable(sheet, relation.Target);
    }

    private void ReadTable(SheetOutline sheet, string path)
    {
        using var reader = package.Open(path);
        if (!reader.StepTo("table", package.Budget) || !CellRange.TryParse(reader.GetAttribute("ref"), out var range))
            return;
        var within = EditsOf(sheet.Name).Where(e => EditedSheetSurvey.Holds(range.Value, e.At)).ToList();
        foreach (var name in new[] { reader.GetAttribute("displayName"), reader.GetAttribute("name") }.OfType<string>())
        {
            named.TryAdd(name, []);
            named[name].UnionWith(within);
        }
    }

    private void ReadFormulas(SheetOutline sheet)
    {
        shared.Clear();
        var (row, column) = (0, 0);
        using var reader = package.Open(sheet.Path);
        while (reader.Step(package.Budget))
        {
            if (reader.IsAt("row"))
                (row, column) = (MarkedSheet.RowNumber(reader, row), 0);
            else if (reader.IsAt("c"))
                column = CellAddress.TryParse(reader.GetAttribute("r"), out var address) ? address.Column : column + 1;
            else if (reader.IsAt("f"))
                ReadFormula(reader, sheet.Name, new(row, column));
        }
    }

    private void ReadFormula(XmlReader reader, string sheet, CellAddress at)
    {
        var (type, group) = (reader.GetAttribute("t"), reader.GetAttribute("si") ?? "");
        var formula = FormulaText.Parse(text.ReadElement(reader)) is var own && type == "dataTable" ? own with { IsUnclear = true } : own;
        var first = at;
        // Of cells that share a formula, only the first has its text; the addresses in it are relative to that cell.
        if (type == "shared" && !text.Read.IsEmpty)
            shared[group] = (formula, at);
        else if (type == "shared")
            (formula, first) = shared.GetValueOrDefault(group, (own with { IsUnclear = true }, at));
        // An edit replaces the formula of its own cell.
        if (plan.BySheet.GetValueOrDefault(sheet)?.ContainsKey(at) != true)
            Refuse(formula, sheet, (at.Row - first.Row, at.Column - first.Column));
    }

    private void Refuse(FormulaText formula, string sheet, (int Rows, int Columns) shift)
    {
        var used = formula.IsUnclear ? All : formula.Areas.SelectMany(a => In(a, a.Sheet ?? sheet, shift))
            .Concat(formula.Words.SelectMany(w => named.GetValueOrDefault(w) ?? []));
        foreach (var edit in used)
            edit.Refusal ??= EditRefusal.FormulaDepends;
    }

    private IEnumerable<PendingEdit> In(FormulaArea area, string sheet, (int Rows, int Columns) shift = default)
    {
        package.Budget.Step();
        return EditsOf(sheet).Where(e => area.Holds(e.At, shift));
    }

    private List<PendingEdit> EditsOf(string sheet) => edits.GetValueOrDefault(sheet) ?? [];
}
