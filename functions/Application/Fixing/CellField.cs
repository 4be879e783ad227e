using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Repairing;

namespace KawasakiServerless.Application.Fixing;

/// <summary>The kind of input field for a cell.</summary>
public enum CellFieldKind
{
    /// <summary>A text of one line.</summary>
    Line,

    /// <summary>A text of several lines.</summary>
    Lines,

    /// <summary>A selection from a fixed list of values.</summary>
    Choice,

    /// <summary>A number in one line.</summary>
    Number,
}

/// <summary>One cell of the correction form (ここで直すセル): its present content, its problems, and the values that may be entered.</summary>
/// <param name="Label">The header of the cell's column, such as 単位.</param>
/// <param name="Standing">The text that the cell contains now; empty for an empty cell.</param>
/// <param name="Problems">The errors and warnings about the cell, each with its remedy. Findings of severity info are left out.</param>
public sealed record CellField(CellName At, string Label, string Standing, CellFieldKind Kind, EquatableList<Problem> Problems)
{
    /// <summary>Identifies the cell in the form.</summary>
    public string Key => At.Key;

    /// <summary>All allowed values, if the kind is <see cref="CellFieldKind.Choice"/>; empty for any other kind.</summary>
    public EquatableList<string> Choices { get; init; } = [];

    /// <summary>
    /// Values suggested in a field that allows free text: for divisions, those in the last report and in the workbook; for partners, the
    /// departments of the register; for a unit, common units. Empty for any other column.
    /// </summary>
    public EquatableList<string> Suggestions { get; init; } = [];

    /// <summary>Values that the clerk can select instead of typing, such as the unit in the department's last report.</summary>
    public EquatableList<CellFieldChoice> QuickChoices { get; init; } = [];

    /// <summary>A description of the column; empty if there is none.</summary>
    public string Hint { get; init; } = "";

    public string Example { get; init; } = "";

    /// <summary>The maximum number of characters.</summary>
    public int MaxLength { get; init; }

    internal static CellField Of(CellInput input) =>
        new(TypedEdits.NameOf(input), input.Label, input.Standing, KindOf(input), input.Problems)
        {
            Choices = input.Choices,
            Suggestions = input.Suggestions,
            QuickChoices = [.. input.QuickChoices.Select(c => new CellFieldChoice(TypedEdits.KeyOf(c), c.Label))],
            Hint = input.Hint,
            Example = input.Example,
            MaxLength = input.MaxLength,
        };

    private static CellFieldKind KindOf(CellInput input) => input.Kind switch
    {
        CellInputKind.Choice => CellFieldKind.Choice,
        CellInputKind.Number => CellFieldKind.Number,
        CellInputKind.Lines => CellFieldKind.Lines,
        CellInputKind.Text when input.Suggestions.Count == 0 => CellFieldKind.Lines,
        _ => CellFieldKind.Line,
    };
}

/// <param name="Key">Identifies the choice in the form.</param>
/// <param name="Label">The Japanese label, such as 前の報告と同じにする（人）.</param>
public sealed record CellFieldChoice(string Key, string Label);

/// <summary>Why a cell, or the whole workbook, cannot be corrected in the portal (ここでは直せない理由).</summary>
/// <param name="Code">A stable code, such as not-editable.</param>
/// <param name="Message">The reason, in polite Japanese.</param>
/// <param name="Remedy">What the clerk should do instead.</param>
public sealed record CellRefusal(string Code, string Message, string Remedy)
{
    internal static CellRefusal Of(EditRefusal refusal) => new(refusal.Code, refusal.Message, refusal.Remedy);
}

/// <summary>
/// A proposed correction (修復の提案) of a cell whose correct value is certain. It is shown to the clerk before it is written into the cell.
/// </summary>
/// <param name="Label">The header of the cell's column.</param>
/// <param name="Old">The text that the cell contains now; empty for an empty cell.</param>
/// <param name="New">The corrected text; empty to clear the cell.</param>
/// <param name="Problem">The finding that the correction resolves.</param>
public sealed record ProposedRepair(CellName At, string Label, string Old, string New, Problem Problem)
{
    /// <summary>Identifies the cell in the form.</summary>
    public string Key => At.Key;

    internal static ProposedRepair Of(RepairProposal proposal) =>
        new(new(proposal.Sheet, proposal.Cell), proposal.Label, proposal.Old, proposal.New.Text, proposal.Problem);
}
