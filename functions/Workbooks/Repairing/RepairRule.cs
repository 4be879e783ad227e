using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>
/// The rule for one kind of problem that concerns a single cell. It states how the correct value is derived if it is certain, or why no
/// value can be proposed.
/// </summary>
/// <param name="Explanation">The rule in one Japanese sentence, printed in docs/datasets/repairs.md.</param>
/// <param name="Propose">A function that returns the correct value, or null if the value is not certain. The function itself is null for a
/// kind of problem for which only staff can know the value.</param>
internal sealed record RepairRule(ProblemKind Kind, string Explanation, Func<RepairCase, CellValue?>? Propose);

/// <summary>A problem of one cell, with the data from which the correct value is derived.</summary>
/// <param name="Example">The example that the problem's remedy gives; empty when it gives none.</param>
internal sealed record RepairCase(CellPlace Place, string Example, LayoutContext Context, KnownLines Known, KnownNames Names)
{
    public SheetCell Cell => Place.Cell;

    public Register Register => Context.Register;

    /// <summary>The value of the cell in the last report; null when it is unknown or was blank.</summary>
    public CellValue? LastAccepted() => Known.ValueAt(Place) is { } value && value != CellValue.Blank ? value : null;
}
