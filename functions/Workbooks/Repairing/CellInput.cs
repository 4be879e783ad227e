using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>One cell that staff can correct in a form (ここで直す): its content, its problems and the kind of input that it accepts.</summary>
/// <param name="Cell">The address, such as K11.</param>
/// <param name="Label">The header of the cell's column, such as 単位.</param>
/// <param name="Standing">The content that the cell displays now; empty for a blank cell.</param>
/// <param name="Problems">All problems of the cell, each with its remedy.</param>
public sealed record CellInput(
    string Sheet, string Cell, string Label, string Standing, CellInputKind Kind, EquatableList<Problem> Problems)
{
    /// <summary>For a column with a list of allowed values, these values; otherwise empty.</summary>
    public EquatableList<string> Choices { get; init; } = [];

    /// <summary>For a column that accepts any text, values to suggest while typing; otherwise empty.</summary>
    public EquatableList<string> Suggestions { get; init; } = [];

    /// <summary>Values that staff can fill in with one click on a button, such as the unit in the last report.</summary>
    public EquatableList<QuickChoice> QuickChoices { get; init; } = [];

    /// <summary>The template's input hint for the column; empty when the column has none.</summary>
    public string Hint { get; init; } = "";

    public string Example { get; init; } = "";

    public bool IsRequired { get; init; }

    /// <summary>The maximum length of the input in characters.</summary>
    public int MaxLength { get; init; } = RecordLimits.TextLength;

    /// <summary>
    /// Converts typed text to a cell value: to a number if the column is for numbers or figures and the text is a number without %;
    /// otherwise to a text, or to blank for an empty text.
    /// </summary>
    public CellValue ValueOf(string typed) =>
        Kind is CellInputKind.Number or CellInputKind.Figure && !TypedNumber.IsPercent(typed) && TypedNumber.Parse(typed) is { } number
            ? CellValue.Of(number)
            : CellValue.Of(typed);
}

/// <param name="Label">The text of the button, such as 前の報告と同じにする（人）.</param>
public sealed record QuickChoice(string Label, CellValue Value);
