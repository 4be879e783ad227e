namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>
/// A correction of one cell of a department's workbook (セルの修正). Any cell of a merged range may be given; the value is written to the
/// upper left cell of the range.
/// </summary>
/// <param name="Sheet">Name of the sheet as the workbook spells it.</param>
/// <param name="Cell">The address, such as K11.</param>
public sealed record CellEdit(string Sheet, string Cell, CellValue Value);

/// <summary>The new value of a cell (セルの新しい値): a text, a number, or blank.</summary>
public abstract record CellValue
{
    public static CellValue Blank { get; } = new BlankValue();

    /// <summary>Returns the value for a text that a person entered. A text without visible characters makes the cell blank.</summary>
    public static CellValue Of(string text) =>
        Domain.LookalikeCharacters.ShowsNothing(text) ? Blank : new TextValue(text.ReplaceLineEndings("\n").Trim());

    public static CellValue Of(decimal number) => new NumberValue(number);

    /// <summary>The value as a text; empty for a blank cell.</summary>
    public abstract string Text { get; }
}

/// <summary>Removes the content of the cell and keeps its format.</summary>
public sealed record BlankValue : CellValue
{
    public override string Text => "";
}

/// <summary>A text that is stored as it is and never interpreted: =A1 does not become a formula.</summary>
public sealed record TextValue(string Typed) : CellValue
{
    public override string Text => Typed;
}

/// <summary>A number. It is stored as a number if the cell's format then displays what was typed, otherwise as a text.</summary>
public sealed record NumberValue(decimal Number) : CellValue
{
    public override string Text => SheetParts.Number(Number);
}
