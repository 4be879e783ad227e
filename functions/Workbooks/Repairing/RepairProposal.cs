using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>The certain correct value of a cell (修復の提案), shown to staff before it is written.</summary>
/// <param name="Cell">The address, such as K11.</param>
/// <param name="Label">The header of its column.</param>
/// <param name="Old">The currently displayed content; empty for a blank cell.</param>
/// <param name="Problem">The finding that it resolves.</param>
public sealed record RepairProposal(string Sheet, string Cell, string Label, string Old, CellValue New, Problem Problem)
{
    public string Code => Problem.Code;

    /// <summary>The cell as an address.</summary>
    internal CellAddress At { get; init; }

    public CellEdit ToEdit() => new(Sheet, Cell, New);
}
