using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Repairing;

namespace KawasakiServerless.Application.Fixing;

/// <summary>What a cell is entered in.</summary>
public enum CellFieldKind
{
    /// <summary>One line.</summary>
    Line,

    /// <summary>Several lines.</summary>
    Lines,

    /// <summary>One of a list and nothing else.</summary>
    Choice,

    /// <summary>One line of digits.</summary>
    Number,
}

/// <summary>
/// One cell of the form in which cells are mended (ここで直すセル): what stands in it, what is wrong with it, and what may be entered.
/// </summary>
/// <param name="Label">The header of its column: 単位.</param>
/// <param name="Standing">What the cell shows now; empty for nothing.</param>
/// <param name="Problems">All findings on it, each with its remedy.</param>
public sealed record CellField(CellName At, string Label, string Standing, CellFieldKind Kind, EquatableList<Problem> Problems)
{
    /// <summary>Names it in the form.</summary>
    public string Key => At.Key;

    /// <summary>Of a list, all that may be chosen.</summary>
    public EquatableList<string> Choices { get; init; } = [];

    /// <summary>What others wrote in the column, where anything may be typed.</summary>
    public EquatableList<string> Suggestions { get; init; } = [];

    /// <summary>Values that one choice fills in: the unit of the last report.</summary>
    public EquatableList<CellFieldChoice> QuickChoices { get; init; } = [];

    /// <summary>What the column asks for; empty where nothing is said.</summary>
    public string Hint { get; init; } = "";

    public string Example { get; init; } = "";

    /// <summary>Characters.</summary>
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

/// <param name="Key">Names it in the form.</param>
/// <param name="Label">前の報告と同じにする（人）.</param>
public sealed record CellFieldChoice(string Key, string Label);

/// <summary>Why a cell, or any of a workbook, is not mended here (ここでは直せない理由).</summary>
/// <param name="Code">Stable: not-editable.</param>
/// <param name="Message">What is in the way, in polite Japanese.</param>
/// <param name="Remedy">What to do.</param>
public sealed record CellRefusal(string Code, string Message, string Remedy)
{
    internal static CellRefusal Of(EditRefusal refusal) => new(refusal.Code, refusal.Message, refusal.Remedy);
}

/// <summary>A cell whose right value is certain (修復の提案), to be shown before it is written.</summary>
/// <param name="Label">The header of its column.</param>
/// <param name="Old">What the cell shows now; empty for nothing.</param>
/// <param name="New">Empty for nothing.</param>
/// <param name="Problem">The finding that it mends.</param>
public sealed record ProposedRepair(CellName At, string Label, string Old, string New, Problem Problem)
{
    /// <summary>Names it in the form.</summary>
    public string Key => At.Key;

    internal static ProposedRepair Of(RepairProposal proposal) =>
        new(new(proposal.Sheet, proposal.Cell), proposal.Label, proposal.Old, proposal.New.Text, proposal.Problem);
}
