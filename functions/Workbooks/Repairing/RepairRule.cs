using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>
/// Whether the right value of a cell is certain for a kind of finding on single cells, and how it is told; a rule that proposes nothing
/// says why.
/// </summary>
/// <param name="Explanation">In one sentence of Japanese, as docs/datasets/repairs.md prints it.</param>
/// <param name="Propose">Null for a value that only staff know.</param>
internal sealed record RepairRule(ProblemKind Kind, string Explanation, Func<RepairCase, CellValue?>? Propose);

/// <summary>A finding on one cell, with all that may tell what was meant.</summary>
/// <param name="Example">What the remedy gives as an example; empty for none.</param>
internal sealed record RepairCase(CellPlace Place, string Example, LayoutContext Context, KnownLines Known, KnownNames Names)
{
    public SheetCell Cell => Place.Cell;

    public Register Register => Context.Register;

    /// <summary>The value that the same row had when it was last accepted.</summary>
    public CellValue? LastAccepted() => Known.ValueAt(Place) is { } value && value != CellValue.Blank ? value : null;
}
