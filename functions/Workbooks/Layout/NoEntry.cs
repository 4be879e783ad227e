using System.Buffers;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>
/// Recognizes a dash alone, such as － or ―――, and a word such as 特になし, by which departments say that there is nothing to enter, and 以上,
/// with which documents end.
/// </summary>
internal static class NoEntry
{
    private const int LongestDash = 6, LongestWord = 10;

    private static readonly SearchValues<char> Dashes = SearchValues.Create("-－‐‑–—―─━−ーｰ");

    private static readonly HashSet<string> Words = new(
        ["以上", "以下余白", "なし", "無し", "無", "特になし", "特に無し", "特段なし", "特段無し", "該当なし", "該当無し", "特にありません", "該当ありません"],
        StringComparer.Ordinal);

    // Every word contains one of these characters. Checking for them first avoids most calls of Fold.
    private static readonly SearchValues<char> Signs = SearchValues.Create("な無せ以");

    private static readonly char[] Around = [.. "()「」【】・。."];

    public static bool Is(in SheetCell cell) => IsDash(cell) || IsWord(cell);

    /// <summary>
    /// Whether a dash or a word for nothing in a cell of the column means the same as a blank cell. In a column for figures it is a value,
    /// because there a blank cell means something else.
    /// </summary>
    public static bool IsIn(TemplateColumn column, in SheetCell cell) =>
        column.Input is not (CellInputKind.Figure or CellInputKind.Number) && !IsValueIn(column, cell) && Is(cell);

    private static bool IsValueIn(TemplateColumn column, in SheetCell cell) => column.IsRequired
        ? column.NoneIsAValue || column.Input is not (CellInputKind.Text or CellInputKind.Lines)
        : column.NoneIsAValue && !IsDash(cell);

    private static bool IsDash(in SheetCell cell) =>
        cell is { Kind: CellKind.Text, Content: { Length: <= LongestDash } text } && !text.AsSpan().ContainsAnyExcept(Dashes);

    private static bool IsWord(in SheetCell cell) =>
        cell is { Kind: CellKind.Text, Content: { Length: <= LongestWord } text } && text.AsSpan().ContainsAny(Signs)
        && Words.Contains(text.FoldWithoutSpaces().Trim(Around));
}
