using System.Buffers;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>The cell whose value a ditto mark means.</summary>
internal enum DittoMark
{
    /// <summary>The cell above, as with 同上 or 〃.</summary>
    Above,

    /// <summary>The cell to the left (同左).</summary>
    Left,

    /// <summary>The cell to the right (同右).</summary>
    Right,

    /// <summary>The figure of the year before, as with 前年度同.</summary>
    LastYear,
}

/// <summary>Recognizes cells that contain only a ditto mark.</summary>
internal static class DittoMarkText
{
    // Long enough for spaces between the characters, as in （上　に　同　じ）.
    private const int Longest = 12;

    private static readonly string[] Like = ["に同じ", "と同じ", "に同", "と同様"];

    private static readonly Dictionary<string, DittoMark> Marks = new(
        [
            .. All(DittoMark.Above, ["同上", "〃", "々", "仝", "〻", "\"", "”", "''", "′′"]),
            .. All(DittoMark.Above, LikeAny("上", "上記", "上欄", "上段", "上の行")),
            .. All(DittoMark.Left, ["同左", .. LikeAny("左", "左記", "左欄")]),
            .. All(DittoMark.Right, ["同右", .. LikeAny("右", "右記", "右欄")]),
            .. new[] { "前年度", "前年", "昨年度", "昨年" }.SelectMany(y =>
                All(DittoMark.LastYear, [$"{y}同", $"{y}同じ", $"{y}同様", .. LikeAny(y)])),
        ],
        StringComparer.Ordinal);

    // Every mark contains one of these characters, which few other short texts contain. Checking for them first avoids most calls of Fold.
    private static readonly SearchValues<char> Signs = SearchValues.Create("同〃々仝〻\"＂”″'′");

    /// <summary>Returns what the mark means; null for a cell that contains anything else.</summary>
    public static DittoMark? In(SheetCell cell) => cell is { Kind: CellKind.Text, Content: { } text } ? In(text) : null;

    public static DittoMark? In(string text) =>
        text.Length <= Longest && text.AsSpan().ContainsAny(Signs)
        && Marks.TryGetValue(text.FoldWithoutSpaces().Trim('(', ')'), out var mark)
            ? mark
            : null;

    private static IEnumerable<string> LikeAny(params string[] places) => places.SelectMany(_ => Like, (place, like) => place + like);

    private static IEnumerable<KeyValuePair<string, DittoMark>> All(DittoMark mark, IEnumerable<string> texts) =>
        texts.Select(t => KeyValuePair.Create(t, mark));
}
