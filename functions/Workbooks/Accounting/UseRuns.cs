using System.Runtime.InteropServices;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Accounting;

/// <summary>Combines cells, which are added row by row, into ranges of cells in one column that have the same use.</summary>
internal sealed class UseRuns
{
    private readonly Run[] open = new Run[WorkbookLimits.Columns + 1];
    private readonly List<ClosedRun> closed = [];

    public void Add(CellAddress at, CellUse use)
    {
        ref var run = ref open[at.Column];
        if (run.First > 0 && run.Use != use)
            Close(at.Column);
        run = new(use, run.First > 0 ? run.First : at.Row, at.Row);
    }

    public EquatableList<UsedCells> Ranges()
    {
        for (var column = 1; column < open.Length; column++)
            Close(column);
        return [.. closed.OrderBy(c => c.Cells.First.Row).ThenBy(c => c.Cells.First.Column)
            .Select(c => new UsedCells(c.Use, c.Cells.ToString()))];
    }

    private void Close(int column)
    {
        var run = open[column];
        open[column] = default;
        if (run.First > 0)
            closed.Add(new(new(new(run.First, column), new(run.Last, column)), run.Use));
    }

    private sealed record ClosedRun(CellRange Cells, CellUse Use);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Run(CellUse Use, int First, int Last);
}
