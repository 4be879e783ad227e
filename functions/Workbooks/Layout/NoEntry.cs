using System.Buffers;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>Recognizes a dash alone, such as － or ―――, by which departments say that there is nothing to enter.</summary>
internal static class NoEntry
{
    private const int Longest = 6;

    private static readonly SearchValues<char> Dashes = SearchValues.Create("-－‐‑–—―─━−ーｰ");

    public static bool Is(in SheetCell cell) =>
        cell is { Kind: CellKind.Text, Content: { Length: <= Longest } text } && !text.AsSpan().ContainsAnyExcept(Dashes);

    /// <summary>
    /// Whether a dash in a cell of the column means the same as a blank cell. In a required column and in one for figures it is a value,
    /// because there a blank cell means something else.
    /// </summary>
    public static bool IsIn(TemplateColumn column, in SheetCell cell) =>
        !column.IsRequired && column.Input is not (CellInputKind.Figure or CellInputKind.Number) && Is(cell);
}
