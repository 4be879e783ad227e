namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>
/// Replaces the line breaks of an item by spaces. An item is one sentence; its line breaks only exist because of the width of the cell.
/// </summary>
internal static class OneLine
{
    public static string Of(string text) => text.Replace("\n", " ", StringComparison.Ordinal).Trim();
}
