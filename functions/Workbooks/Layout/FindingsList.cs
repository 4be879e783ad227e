using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>The list of findings (指摘一覧) that an answer puts in front of a workbook, and that comes back with it.</summary>
internal static class FindingsList
{
    public const string Name = "指摘一覧";

    public const int HeaderRow = 5;

    public static IReadOnlyList<string> Headers { get; } = ["重さ", "シート", "セル", "入力されている内容", "指摘", "直し方"];

    /// <summary>Whether a sheet is the list: it has the name, and the headers.</summary>
    public static bool IsOn(Sheet sheet) =>
        sheet.Name == Name && sheet.Row(HeaderRow)?.Cells.Select(c => c.Cell.Text).SequenceEqual(Headers) == true;
}
