using System.Text.RegularExpressions;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.RunningText;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Accounting;

/// <summary>
/// Recognizes the title of a sheet above its table (令和元年度　取組状況報告). A title contains no data, so it is not reported as unread.
/// </summary>
internal static partial class SheetTitle
{
    private const int Longest = 40;

    private static readonly char[] UnitSeparators = ['・', '、', ',', '/'];

    private static readonly string[] Notes = ["※", "*", "注", "単位"];

    // Contains the last six in their half-width forms only, because the texts were normalized by Fold, which replaces the full-width forms.
    private static readonly char[] Brackets = [.. BracketPairs.Openings, .. BracketPairs.Closings, '[', ']', '<', '>', '{', '}'];

    /// <param name="cells">The visible cells of one row that were not read.</param>
    /// <param name="names">The names of departments; one of them may accompany a title.</param>
    /// <param name="besides">The number of other cells of the row that were read.</param>
    public static bool IsIn(IReadOnlyList<SheetCell> cells, DepartmentNames names, int besides) =>
        besides + cells.Count(c => !IsBesideOne(c, names)) <= 1 && cells.All(c => Is(c) || IsBesideOne(c, names));

    public static bool Is(in SheetCell cell) => IsCaption(cell) && !IsNote(cell.Text.Fold());

    /// <summary>Whether the text is a title, or a note or a statement of a unit that is as short as a title.</summary>
    public static bool IsCaption(in SheetCell cell) =>
        cell is { Kind: CellKind.Text, Content: { Length: <= Longest } text } && !text.Fold().Contains('。', StringComparison.Ordinal);

    // Whether the text says something about the records or the figures below it, such as their unit, so that it is not a title.
    private static bool IsNote(string text)
    {
        var inner = text.Trim(Brackets);
        return Array.Exists(Notes, n => inner.StartsWith(n, StringComparison.Ordinal)) || AboutFigures().IsMatch(inner)
            || (inner.Length < text.Length && inner.Split(UnitSeparators).All(u => FigureUnits.IsUnit(u.Trim())));
    }

    // Whether the cell may be next to a title in the same row, because it contains a department, a date, a fiscal year or a document number
    // such as 資料1-2.
    private static bool IsBesideOne(in SheetCell cell, DepartmentNames names) =>
        cell.Kind == CellKind.Date || (Is(cell) && (names.TryFind(cell.Text, out _) || FiscalYear.TryParse(cell.Text, out _)
            || Paper().IsMatch(TemplateColumn.FoldHeader(cell.Text))));

    // 小学校区単位の取組 may be a title, but 単位：千円, 金額の単位は千円, 千円単位で表示 and 千円 state a unit.
    [GeneratedRegex("単位(?![のでにごと])|[円人件%]単位|[円%]$|速報|概数|概算値|見込|推計値|暫定|税抜|税込|四捨五入|端数|再掲|延べ|累計|現在(?!の|地)|時点|除く|除き|含む|含まない|(?:[0-9]|元)月(?:から|[~〜-]|分)")]
    private static partial Regex AboutFigures();

    [GeneratedRegex("^[(【]?(?:資料|別紙|別添|様式|参考)[0-9-]*[)】]?$")]
    private static partial Regex Paper();
}
