namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>
/// One cell of a department's workbook and what is to stand in it instead (セルの修正). Of merged cells any may be named; the first of them is
/// changed.
/// </summary>
/// <param name="Sheet">Name of the sheet as the workbook spells it.</param>
/// <param name="Cell">K11.</param>
public sealed record CellEdit(string Sheet, string Cell, CellValue Value);

/// <summary>What a clerk types into a cell (セルの新しい値): a text, a number, or nothing.</summary>
public abstract record CellValue
{
    public static CellValue Blank { get; } = new BlankValue();

    /// <summary>A text as it is typed; one that shows nothing is a blank cell.</summary>
    public static CellValue Of(string text) =>
        Domain.Twins.ShowsNothing(text) ? Blank : new TextValue(text.ReplaceLineEndings("\n").Trim());

    public static CellValue Of(decimal number) => new NumberValue(number);

    /// <summary>As the cell shows it; empty for a blank one.</summary>
    public abstract string Text { get; }
}

/// <summary>The cell is emptied and keeps its format.</summary>
public sealed record BlankValue : CellValue
{
    public override string Text => "";
}

/// <summary>Stays a text, whatever it begins with: =A1 is no formula.</summary>
public sealed record TextValue(string Typed) : CellValue
{
    public override string Text => Typed;
}

/// <summary>A number, written as one wherever the format of the cell shows it as it was typed.</summary>
public sealed record NumberValue(decimal Number) : CellValue
{
    public override string Text => SheetParts.Number(Number);
}
