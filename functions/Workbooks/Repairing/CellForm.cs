using System.Globalization;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>The XML of a value, chosen so that the cell displays exactly what was typed, although its format is kept.</summary>
/// <param name="Attributes">Attributes to append to the cell's existing ones, such as t="inlineStr".</param>
/// <param name="Content">The child elements of the cell, with {0} in place of the namespace prefix. Empty for a blank cell.</param>
internal sealed record CellForm(string Attributes, string Content)
{
    private static readonly CellForm Blank = new("", "");

    /// <summary>Returns null when the cell's format would display something other than the value, however it is stored.</summary>
    public static CellForm? Of(CellValue value, CellAppearance look, Budget budget) => value switch
    {
        BlankValue => Blank,
        NumberValue number => OfNumber(number.Number, look) ?? OfText(number.Text, look, budget),
        _ => OfText(value.Text, look, budget),
    };

    public string ContentIn(string prefix) => Content.Replace("{0}", prefix, StringComparison.Ordinal);

    // With a percentage format, 45.9 typed for 45.9% must be stored divided by 100, as 0.459. The number is therefore tried as typed and
    // then divided by 100. Null when the cell would display something else in both cases.
    private static CellForm? OfNumber(decimal number, CellAppearance look)
    {
        decimal[] stored = [number, number / 100];
        var fitting = Array.FindIndex(stored, s => Shows(look, s, number));
        return fitting < 0 ? null : new("", $"<{{0}}v>{Written(stored[fitting])}</{{0}}v>");
    }

    private static bool Shows(CellAppearance look, decimal stored, decimal typed) =>
        !look.IsStruck && look.Display.Show((double)stored) is { Kind: CellKind.Number or CellKind.Percent or CellKind.Shown } shown
        && shown.Number == typed && (shown.Kind != CellKind.Shown || ShownUnit.NumberIn(shown) == typed);

    private static CellForm? OfText(string text, CellAppearance look, Budget budget)
    {
        var encoded = Escapes.Encode(text);
        var seen = look.Show(SheetCell.OfText(Escapes.Clean(encoded)), budget);
        return look.IsStruck || seen.Kind != CellKind.Text || seen.Text != Escapes.Plain(text)
            ? null
            : new(" t=\"inlineStr\"", $"<{{0}}is><{{0}}t xml:space=\"preserve\">{Escape(encoded)}</{{0}}t></{{0}}is>");
    }

    // Escapes XML characters, and also {. Otherwise ContentIn would replace a {0} that is part of the text by the namespace prefix.
    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal)
            .Replace("{", "&#123;", StringComparison.Ordinal);

    private static string Written(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
