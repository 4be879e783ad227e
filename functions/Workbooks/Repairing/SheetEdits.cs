using System.Globalization;
using System.Xml;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>
/// Determines which parts of a workbook the edits change: the sheets and, if a formula is removed, the calculation chain (Excel's list of
/// all cells with formulas). Registers a function that rewrites each of these parts. Refuses edits on which other content depends.
/// </summary>
internal sealed class SheetEdits(Package package, EditedParts parts, EditPlan plan)
{
    private readonly WorkbookOutline outline = WorkbookPart.Outline(package);

    private readonly HashSet<(string Sheet, CellAddress At)> lost = [];

    public void Prepare()
    {
        foreach (var (name, edits) in plan.BySheet)
            Prepare(outline.Sheets.Single(s => s.Name == name), edits);
        if (plan.HasFormulas)
            new DependentFormulas(package, outline, plan).Refuse();
        if (lost.Count > 0 && outline.CalcChain is { } chain && package.Has(chain))
            PrepareOrder(chain);
    }

    private void Prepare(SheetOutline sheet, Dictionary<CellAddress, PendingEdit> edits)
    {
        var survey = new EditedSheetSurvey(edits, package.Budget);
        using (var reader = package.Open(sheet.Path))
            survey.Read(reader);
        lost.UnionWith(survey.Formulas.Select(f => (sheet.Id, f)));
        RefuseHeaders(sheet, edits);
        parts.Change(sheet.Path, new SplicedSheet(edits, survey, outline.Styles, package.Budget).Copy);
    }

    // Refuses edits of the header and totals cells of an Excel table. If these cells differed from the table's definition, Excel would
    // "repair" the table and drop parts of it.
    private void RefuseHeaders(SheetOutline sheet, Dictionary<CellAddress, PendingEdit> edits)
    {
        foreach (var relation in package.RelationsOf(sheet.Path).Where(r => r.Type == "table" && package.Has(r.Target)))
        {
            if (TableAt(relation.Target) is var (table, rows))
                RefuseHeaders(table, rows, edits);
        }
    }

    private (CellRange Table, (int Headers, int Totals) Rows)? TableAt(string path)
    {
        using var reader = package.Open(path);
        return reader.StepTo("table", package.Budget) && CellRange.TryParse(reader.GetAttribute("ref"), out var table)
            ? (table.Value, (Count(reader, "headerRowCount", 1), Count(reader, "totalsRowCount", 0)))
            : null;
    }

    private static void RefuseHeaders(CellRange table, (int Headers, int Totals) rows, Dictionary<CellAddress, PendingEdit> edits)
    {
        foreach (var edit in edits.Values.Where(e => EditedSheetSurvey.Holds(table, e.At)))
        {
            if (edit.At.Row < table.First.Row + rows.Headers || edit.At.Row > table.Last.Row - rows.Totals)
                edit.Refusal = EditRefusal.TableHeader;
        }
    }

    private void PrepareOrder(string chain)
    {
        var order = new CalculationOrder(lost);
        using var reader = package.Open(chain);
        if (order.CountLeft(reader, package.Budget) > 0)
        {
            parts.Change(chain, order.Copy);
            return;
        }

        // The calculation chain would be empty, which is not valid, so its part is removed from the file.
        parts.Remove(chain);
        parts.Change(Package.RelationsPathOf(outline.Path),
            WithoutElements.Of("Relationship", e => e.Attribute("Type")?.EndsWith("/calcChain", StringComparison.Ordinal) == true));
        parts.Change("[Content_Types].xml", WithoutElements.Of("Override",
            e => string.Equals(e.Attribute("PartName")?.TrimStart('/'), chain, StringComparison.OrdinalIgnoreCase)));
    }

    private static int Count(XmlReader reader, string attribute, int usual) =>
        int.TryParse(reader.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : usual;
}
