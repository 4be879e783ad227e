using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Repairing;

namespace KawasakiServerless.Application.Fixing;

/// <summary>The kind of input for a cell.</summary>
public enum CellFieldKind
{
    /// <summary>One line.</summary>
    Line,

    /// <summary>Several lines.</summary>
    Lines,

    /// <summary>A choice from a fixed list.</summary>
    Choice,

    /// <summary>One line of digits.</summary>
    Number,
}

/// <summary>One cell of the correction form (ここで直すセル): its current content, its problems, and the values that may be entered.</summary>
/// <param name="Label">The header of its column: 単位.</param>
/// <param name="Standing">The text that the cell shows now; empty for an empty cell.</param>
/// <param name="Problems">All findings about the cell, each with its remedy.</param>
public sealed record CellField(CellName At, string Label, string Standing, CellFieldKind Kind, EquatableList<Problem> Problems)
{
    /// <summary>Identifies it in the form.</summary>
    public string Key => At.Key;

    /// <summary>All values that a fixed list offers.</summary>
    public EquatableList<string> Choices { get; init; } = [];

    /// <summary>Values that other rows contain in the column, offered where free text is allowed.</summary>
    public EquatableList<string> Suggestions { get; init; } = [];

    /// <summary>Values that the clerk can enter with one choice, such as the unit of the last report.</summary>
    public EquatableList<CellFieldChoice> QuickChoices { get; init; } = [];

    /// <summary>A description of the column; empty for none.</summary>
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

/// <param name="Key">Identifies it in the form.</param>
/// <param name="Label">前の報告と同じにする（人）.</param>
public sealed record CellFieldChoice(string Key, string Label);

/// <summary>The reason why a cell, or the whole workbook, cannot be corrected in the portal (ここでは直せない理由).</summary>
/// <param name="Code">A stable code, such as not-editable.</param>
/// <param name="Message">The reason, in polite Japanese.</param>
/// <param name="Remedy">What to do.</param>
public sealed record CellRefusal(string Code, string Message, string Remedy)
{
    internal static CellRefusal Of(EditRefusal refusal) => new(refusal.Code, refusal.Message, refusal.Remedy);
}

/// <summary>A cell whose correct value is certain (修復の提案), to be shown to the clerk before it is written.</summary>
/// <param name="Label">The header of its column.</param>
/// <param name="Old">The text that the cell shows now; empty for an empty cell.</param>
/// <param name="New">The corrected text; empty to clear the cell.</param>
/// <param name="Problem">The finding that the correction resolves.</param>
public sealed record ProposedRepair(CellName At, string Label, string Old, string New, Problem Problem)
{
    /// <summary>Identifies it in the form.</summary>
    public string Key => At.Key;

    internal static ProposedRepair Of(RepairProposal proposal) =>
        new(new(proposal.Sheet, proposal.Cell), proposal.Label, proposal.Old, proposal.New.Text, proposal.Problem);
}
