using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Accounting;

/// <summary>What the reading of one workbook accumulates: the problems found, the cells used and the budget spent.</summary>
internal sealed record ReadingProgress(ProblemLog Log, WorkbookUses Uses, Budget Budget)
{
    public static ReadingProgress Begin(Spreadsheet workbook, Budget budget) => new(new(), new(workbook), budget);
}
