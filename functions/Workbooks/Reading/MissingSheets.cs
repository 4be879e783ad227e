using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.Reading;

/// <summary>Reports the sheets that a workbook lacks, so that the earlier records of a kind do not disappear without notice.</summary>
/// <param name="records">The records that were read from the workbook, in either layout.</param>
internal sealed class MissingSheets(Spreadsheet workbook, WorkbookScope scope, DepartmentRecords records)
{
    /// <param name="isTemplate">Whether the workbook was created from the template, so that it once had all sheets.</param>
    /// <param name="tables">The tables of the template in the workbook.</param>
    /// <param name="unread">The sheets without a table of the template.</param>
    public void Report(bool isTemplate, List<TemplateTable> tables, List<UnreadSheet> unread)
    {
        foreach (var layout in TemplateSheets.All.Where(l => l.IsFor(scope.Context) && tables.TrueForAll(t => t.Layout != l)
            && !unread.Exists(u => u.IsNamed(l)) && (HasEnded(l) || (isTemplate && IsDue(l)))))
            scope.Log.Add(FileFindings.SheetMissing(layout.Name));
    }

    // Whether the last report of the department has records for the sheet and the workbook has none, in either layout.
    private bool HasEnded(SheetLayout layout) =>
        layout.Write(scope.Known, scope.Context).Any() && !layout.Write(records, scope.Context).Any();

    // Whether a workbook created from the template must have the sheet: always if the sheet is mandatory; an optional sheet if it is
    // hidden.
    private bool IsDue(SheetLayout layout) =>
        !layout.IsOptional
            || workbook.Sheets.Any(s => s.IsHidden && TemplateColumn.FoldHeader(s.Name) == TemplateColumn.FoldHeader(layout.Name));
}
