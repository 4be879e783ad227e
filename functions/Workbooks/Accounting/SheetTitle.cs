using System.Text.RegularExpressions;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Accounting;

/// <summary>A line above a table that says what the sheet is, and that nobody misses: 令和元年度　取組状況報告.</summary>
internal static partial class SheetTitle
{
    private const int Longest = 40;

    // Notes and units say something about the records below, and are no titles.
    private static readonly string[] Notes = ["※", "*", "注", "(注", "単位", "(単位"];

    /// <param name="cells">What a row shows and nobody read.</param>
    /// <param name="register">Its departments may be named beside a title.</param>
    /// <param name="besides">How many of its cells were read.</param>
    public static bool IsIn(IReadOnlyList<SheetCell> cells, Register register, int besides) =>
        besides + cells.Count(c => !IsBesideOne(c, register)) <= 1 && cells.All(c => Is(c) || IsBesideOne(c, register));

    public static bool Is(in SheetCell cell) =>
        cell is { Kind: CellKind.Text, Content: { Length: <= Longest } text } && IsTitle(text.Fold());

    private static bool IsTitle(string text) =>
        !text.Contains('。', StringComparison.Ordinal) && !Array.Exists(Notes, n => text.StartsWith(n, StringComparison.Ordinal));

    // Who reports, when, and as which paper: 資料1-2.
    private static bool IsBesideOne(in SheetCell cell, Register register) =>
        cell.Kind == CellKind.Date || (Is(cell) && (register.TryFindDepartment(cell.Text, out _) || FiscalYear.TryParse(cell.Text, out _)
            || Paper().IsMatch(TemplateColumn.FoldHeader(cell.Text))));

    [GeneratedRegex("^[(【]?(?:資料|別紙|別添|様式|参考)[0-9-]*[)】]?$")]
    private static partial Regex Paper();
}
