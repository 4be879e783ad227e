using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Accounting;

/// <summary>
/// Adds findings about the visible non-empty cells of a sheet that were neither read nor recognized as a title or heading, and lists all
/// visible non-empty cells with their use. If a finding already reports the whole sheet as not read, its cells are only listed.
/// </summary>
internal sealed class UnreadCells(SheetUses uses, ProblemLog log, DepartmentNames names, Budget budget)
{
    // The maximum number of findings about unread cells per sheet. Nobody corrects more cells one by one, and a hostile workbook could have
    // millions.
    private const int MostTold = 1_000;

    private readonly List<(CellAddress At, SheetCell Cell)> left = [];
    private readonly UseRuns runs = new();

    // The number of visible non-empty cells of the current row that were read, for example as part of a record or as a header.
    private int besides;
    private int told, untold;

    public SheetAccount Settle()
    {
        foreach (var row in uses.Sheet.Rows)
        {
            budget.Step();
            Settle(row);
        }

        if (uses.Sheet.FarRight is { } far && !uses.IsUnread)
            Report(far, FileFindings.CellNotRead(uses.NearestHeader(far)));
        if (untold > 0)
            log.Add(FileFindings.CellsNotRead(untold), uses.Place);
        return new(uses.Place.Name, runs.Ranges());
    }

    private void Settle(SheetRow row)
    {
        besides = 0;
        left.Clear();
        foreach (ref readonly var cell in row.Cells.AsSpan())
        {
            var at = new CellAddress(row.Number, cell.Column);
            if (!uses.Shows(at, cell.Cell))
                continue;
            if (UseOf(at) is { } use)
                Account(at, use);
            else
                left.Add((at, cell.Cell));
        }

        if (left.Count > 0)
            ReportRow(row.Number);
    }

    private void Account(CellAddress at, CellUse use)
    {
        runs.Add(at, use);
        besides++;
    }

    private CellUse? UseOf(CellAddress at) => uses.IsUnread ? CellUse.Finding : uses.Of(at);

    private void ReportRow(int row)
    {
        var isAbove = row < uses.FirstHeader;
        var use = isAbove && IsHeading(row) ? CellUse.Heading : CellUse.Finding;
        foreach (var (at, _) in left)
            runs.Add(at, use);
        if (use == CellUse.Heading)
            return;
        if (isAbove && left.Count > 1)
            Report(left[0].At, FileFindings.RowNotRead());
        else
            left.ForEach(cell => Report(cell.At, FileFindings.CellNotRead(uses.NearestHeader(cell.At))));
    }

    // A row of cells that were not read is a heading if it is the title of the sheet, or if it is directly above the header row and each
    // cell is merged across several columns, such as 実績値 above the columns of the years.
    private bool IsHeading(int row) =>
        SheetTitle.IsIn([.. left.Select(l => l.Cell)], names, besides)
        || (row == uses.FirstHeader - 1 && left.TrueForAll(l => SheetTitle.Is(l.Cell) && IsMergedAcross(l.At)));

    private bool IsMergedAcross(CellAddress at) => uses.Sheet.Owner(at with { Column = at.Column + 1 }) == at;

    private void Report(CellAddress at, Finding finding)
    {
        if (told++ < MostTold)
            log.Add(finding, uses.Place, at, default);
        else
            untold++;
    }
}
