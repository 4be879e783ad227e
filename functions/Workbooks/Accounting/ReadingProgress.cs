using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Accounting;

/// <summary>
/// What accumulates while one workbook is read: the problems found, how each cell was used, and how much of the limits on content, memory
/// and time has been spent.
/// </summary>
internal sealed record ReadingProgress(ProblemLog Log, WorkbookUses Uses, Budget Budget)
{
    public static ReadingProgress Begin(Spreadsheet workbook, Budget budget) => new(new(), new(workbook), budget);
}
