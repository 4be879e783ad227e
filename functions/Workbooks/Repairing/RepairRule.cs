using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>
/// For a kind of finding on single cells, how to derive a certain correct value; a rule without proposals explains why there are none.
/// </summary>
/// <param name="Explanation">One Japanese sentence, which is printed in docs/datasets/repairs.md.</param>
/// <param name="Propose">Null when only staff know the value.</param>
internal sealed record RepairRule(ProblemKind Kind, string Explanation, Func<RepairCase, CellValue?>? Propose);

/// <summary>A finding on one cell, with the sources for its correct value.</summary>
/// <param name="Example">The example in the remedy; empty for none.</param>
internal sealed record RepairCase(CellPlace Place, string Example, LayoutContext Context, KnownLines Known, KnownNames Names)
{
    public SheetCell Cell => Place.Cell;

    public Register Register => Context.Register;

    /// <summary>The last accepted value of the same row, if it is not blank.</summary>
    public CellValue? LastAccepted() => Known.ValueAt(Place) is { } value && value != CellValue.Blank ? value : null;
}
