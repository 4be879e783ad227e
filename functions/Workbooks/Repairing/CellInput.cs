using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>One cell that can be corrected in a form (ここで直す): its content, its problems and the allowed input.</summary>
/// <param name="Cell">The address, such as K11.</param>
/// <param name="Label">The header of its column: 単位.</param>
/// <param name="Standing">The currently displayed content; empty for a blank cell.</param>
/// <param name="Problems">All findings on the cell, each with its remedy.</param>
public sealed record CellInput(
    string Sheet, string Cell, string Label, string Standing, CellInputKind Kind, EquatableList<Problem> Problems)
{
    /// <summary>All entries that may be chosen, for a list.</summary>
    public EquatableList<string> Choices { get; init; } = [];

    /// <summary>Suggested values for a column that accepts any text.</summary>
    public EquatableList<string> Suggestions { get; init; } = [];

    /// <summary>Values that a button fills in: the unit of the last report.</summary>
    public EquatableList<QuickChoice> QuickChoices { get; init; } = [];

    /// <summary>The template's input hint for the column; empty when there is none.</summary>
    public string Hint { get; init; } = "";

    public string Example { get; init; } = "";

    public bool IsRequired { get; init; }

    /// <summary>The maximum length in characters.</summary>
    public int MaxLength { get; init; } = RecordLimits.TextLength;

    /// <summary>Converts the typed text to the value for the cell: a number in columns of numbers.</summary>
    public CellValue ValueOf(string typed) =>
        Kind is CellInputKind.Number or CellInputKind.Figure && !TypedNumber.IsPercent(typed) && TypedNumber.Parse(typed) is { } number
            ? CellValue.Of(number)
            : CellValue.Of(typed);
}

/// <param name="Label">The text of the button: 前の報告と同じにする（人）.</param>
public sealed record QuickChoice(string Label, CellValue Value);
