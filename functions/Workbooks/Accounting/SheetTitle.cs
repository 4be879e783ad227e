using System.Text.RegularExpressions;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Accounting;

/// <summary>
/// Recognizes the title of a sheet above its table (令和元年度　取組状況報告). A title contains no data, so it is not reported as unread.
/// </summary>
internal static partial class SheetTitle
{
    private const int Longest = 40;

    // The beginnings of notes and of statements of a unit. Such texts describe the records below them and are not titles.
    private static readonly string[] Notes = ["※", "*", "注", "(注", "単位", "(単位"];

    /// <param name="cells">The visible cells of one row that were not read.</param>
    /// <param name="names">The names of departments; one of them may accompany a title.</param>
    /// <param name="besides">The number of other cells of the row that were read.</param>
    public static bool IsIn(IReadOnlyList<SheetCell> cells, DepartmentNames names, int besides) =>
        besides + cells.Count(c => !IsBesideOne(c, names)) <= 1 && cells.All(c => Is(c) || IsBesideOne(c, names));

    public static bool Is(in SheetCell cell) =>
        cell is { Kind: CellKind.Text, Content: { Length: <= Longest } text } && IsTitle(text.Fold());

    private static bool IsTitle(string text) =>
        !text.Contains('。', StringComparison.Ordinal) && !Array.Exists(Notes, n => text.StartsWith(n, StringComparison.Ordinal));

    // Whether the cell may be next to a title in the same row, because it contains a department, a date, a fiscal year or a document number
    // such as 資料1-2.
    private static bool IsBesideOne(in SheetCell cell, DepartmentNames names) =>
        cell.Kind == CellKind.Date || (Is(cell) && (names.TryFind(cell.Text, out _) || FiscalYear.TryParse(cell.Text, out _)
            || Paper().IsMatch(TemplateColumn.FoldHeader(cell.Text))));

    [GeneratedRegex("^[(【]?(?:資料|別紙|別添|様式|参考)[0-9-]*[)】]?$")]
    private static partial Regex Paper();
}
