using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>One cell that can be mended in a form (ここで直す): what stands in it, what is wrong with it, and what may be typed.</summary>
/// <param name="Cell">K11.</param>
/// <param name="Label">The header of its column: 単位.</param>
/// <param name="Standing">What the cell shows now; empty for nothing.</param>
/// <param name="Problems">All findings on it, each with its remedy.</param>
public sealed record CellInput(
    string Sheet, string Cell, string Label, string Standing, CellInputKind Kind, EquatableList<Problem> Problems)
{
    /// <summary>Of a list, all that may be chosen.</summary>
    public EquatableList<string> Choices { get; init; } = [];

    /// <summary>What others wrote in the column, where anything may be typed.</summary>
    public EquatableList<string> Suggestions { get; init; } = [];

    /// <summary>Values that a button fills in: the unit of the last report.</summary>
    public EquatableList<QuickChoice> QuickChoices { get; init; } = [];

    /// <summary>What the column asks for, as the template says beside a cell; empty where nothing is said.</summary>
    public string Hint { get; init; } = "";

    public string Example { get; init; } = "";

    public bool IsRequired { get; init; }

    /// <summary>Characters.</summary>
    public int MaxLength { get; init; } = RecordLimits.TextLength;

    /// <summary>What was typed into the form, as the cell is to hold it: a number where the column holds numbers.</summary>
    public CellValue ValueOf(string typed) =>
        Kind is CellInputKind.Number or CellInputKind.Figure && !TypedNumber.IsPercent(typed) && TypedNumber.Parse(typed) is { } number
            ? CellValue.Of(number)
            : CellValue.Of(typed);
}

/// <param name="Label">前の報告と同じにする（人）.</param>
public sealed record QuickChoice(string Label, CellValue Value);
