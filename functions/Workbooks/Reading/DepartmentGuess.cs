using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.ReportLayout;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Reading;

/// <summary>
/// Guesses which department a workbook is from if it does not state its department: from the file name, or from the column 担当局 (the lead
/// department of a collaboration) if all its cells name the same department.
/// </summary>
internal static class DepartmentGuess
{
    public static Department? Of(Spreadsheet workbook, WorkbookRequest request, DepartmentNames names, Budget budget) =>
        InName(request) ?? OnlyLead(workbook, names, budget);

    private static Department? InName(WorkbookRequest request)
    {
        var name = request.FileName.Fold();
        return request.Register.Departments
            .SelectMany(d => d.FoldedNames().Select(n => (Name: n, Department: d)))
            .OrderByDescending(n => n.Name.Length)
            .FirstOrDefault(n => name.Contains(n.Name, StringComparison.Ordinal)).Department;
    }

    private static Department? OnlyLead(Spreadsheet workbook, DepartmentNames names, Budget budget)
    {
        var leads = workbook.Sheets.Where(s => !s.IsHidden).SelectMany(s => LeadsIn(s, budget)).Distinct()
            .Select(lead => (Code: OneDepartment.In(lead.Name, names), lead.IsAlone)).Where(l => l.Code is not null || !l.IsAlone)
            .Select(l => l.Code).Distinct().ToList();
        return leads is [{ } only] ? names.Register.FindDepartment(only) : null;
    }

    // A name alone in its row is the lead of the rows below; any other text alone is a note or a title.
    private static IEnumerable<(string Name, bool IsAlone)> LeadsIn(Sheet sheet, Budget budget)
    {
        ReportHeader? table = null;
        foreach (var row in sheet.Rows)
        {
            budget.Step();
            if (ReportSheet.HeaderIn(sheet, row, null) is { } header)
                table = header.Table == ReportTables.OfCollaborations ? header : null;
            else if (table is not null && row.At(table.Columns[ReportTables.Lead]) is { IsUnusable: false, Text.Length: > 0 } cell)
                yield return (cell.Text.Fold(), table.Columns.Values.Count(c => !row.At(c).IsBlank) == 1);
        }
    }
}
