using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
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
        var leads = workbook.Sheets.Where(s => !s.IsHidden).SelectMany(s => LeadsIn(s, budget)).Distinct(StringComparer.Ordinal)
            .Select(name => names.TryFind(name, out var department) ? department : null).Distinct().ToList();
        return leads is [{ } only] ? only : null;
    }

    private static IEnumerable<string> LeadsIn(Sheet sheet, Budget budget)
    {
        int? at = null;
        foreach (var row in sheet.Rows)
        {
            budget.Step();
            if (ReportTables.OfCollaborations.Match(ReportTable.HeadersIn(sheet, row)) is { } header)
                at = header.Columns[ReportTables.Lead];
            else if (at is { } column && row.At(column) is { IsUnusable: false, Text.Length: > 0 } cell)
                yield return cell.Text.Fold();
        }
    }
}
