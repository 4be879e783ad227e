using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>A correction of a cell whose correct value is certain (修復の提案). Staff see it before it is applied.</summary>
/// <param name="Cell">The address, such as K11.</param>
/// <param name="Label">The header of the cell's column.</param>
/// <param name="Old">The content that the cell displays now; empty for a blank cell.</param>
/// <param name="Problem">The problem that the correction solves.</param>
public sealed record RepairProposal(string Sheet, string Cell, string Label, string Old, CellValue New, Problem Problem)
{
    public string Code => Problem.Code;

    /// <summary>The address in <see cref="Cell"/>, parsed.</summary>
    internal CellAddress At { get; init; }

    public CellEdit ToEdit() => new(Sheet, Cell, New);
}
