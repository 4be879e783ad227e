using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>
/// The sheet with the list of problems (指摘一覧), which is the first sheet of a workbook in which the system marked the problems. Departments
/// correct such a workbook and submit it again, so the reader must recognize the sheet and ignore it.
/// </summary>
internal static class FindingsList
{
    public const string Name = "指摘一覧";

    public const int HeaderRow = 5;

    public static IReadOnlyList<string> Headers { get; } = ["重さ", "シート", "セル", "入力されている内容", "指摘", "直し方"];

    /// <summary>Whether the sheet is the list of problems, judging by its name and its header row.</summary>
    public static bool IsOn(Sheet sheet) =>
        sheet.Name == Name && sheet.Row(HeaderRow)?.Cells.Select(c => c.Cell.Text).SequenceEqual(Headers) == true;
}
