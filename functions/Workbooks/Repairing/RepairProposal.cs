using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>A cell whose right value is certain (修復の提案), to be shown before it is written.</summary>
/// <param name="Cell">K11.</param>
/// <param name="Label">The header of its column.</param>
/// <param name="Old">What the cell shows now; empty for nothing.</param>
/// <param name="Problem">The finding that it mends.</param>
public sealed record RepairProposal(string Sheet, string Cell, string Label, string Old, CellValue New, Problem Problem)
{
    public string Code => Problem.Code;

    /// <summary>The cell as an address.</summary>
    internal CellAddress At { get; init; }

    public CellEdit ToEdit() => new(Sheet, Cell, New);
}
