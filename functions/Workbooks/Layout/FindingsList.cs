using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>
/// The sheet with the list of findings (指摘一覧), which the annotated workbook has as its first sheet and which returns with the next
/// submission.
/// </summary>
internal static class FindingsList
{
    public const string Name = "指摘一覧";

    public const int HeaderRow = 5;

    public static IReadOnlyList<string> Headers { get; } = ["重さ", "シート", "セル", "入力されている内容", "指摘", "直し方"];

    /// <summary>Whether a sheet is the list, by its name and headers.</summary>
    public static bool IsOn(Sheet sheet) =>
        sheet.Name == Name && sheet.Row(HeaderRow)?.Cells.Select(c => c.Cell.Text).SequenceEqual(Headers) == true;
}
