using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>
/// The sheet with the list of problems (指摘一覧), which is the first sheet of a workbook in which the system marked the problems. Departments
/// correct such a workbook and submit it again, so the reader must recognize the sheet and ignore it.
/// </summary>
internal static class FindingsList
{
    public const string Name = "指摘一覧";

    /// <summary>
    /// A hidden defined name whose scope is the sheet with the list of problems. It distinguishes the sheet from a department's own sheet
    /// of the same name. Every spreadsheet program preserves defined names, also when the sheet is renamed or copied.
    /// </summary>
    public const string Mark = "_指摘一覧_自動作成";

    public const int HeaderRow = 5;

    public static IReadOnlyList<string> Headers { get; } = ["重さ", "シート", "セル", "入力されている内容", "指摘", "直し方"];

    /// <summary>
    /// Whether the sheet is the list of problems: it has the mark or, in a file whose defined names were removed, a name that begins with
    /// 指摘一覧 and a row with the headers in their order. Departments add rows and columns to the list, for example to note who corrects what.
    /// </summary>
    public static bool IsOn(Sheet sheet) =>
        sheet.OwnNames.Contains(Mark) || (sheet.Name.StartsWith(Name, StringComparison.Ordinal) && sheet.Rows.Any(HasHeaders));

    private static bool HasHeaders(SheetRow row)
    {
        var found = 0;
        foreach (var (_, cell) in row.Cells)
            found += found < Headers.Count && cell.Text == Headers[found] ? 1 : 0;
        return found == Headers.Count;
    }
}
