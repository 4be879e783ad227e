namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>
/// Replaces the line breaks of an item by spaces: an item is one sentence, and its line breaks only reflect the cell's layout.
/// </summary>
internal static class OneLine
{
    public static string Of(string text) => text.Replace("\n", " ", StringComparison.Ordinal).Trim();
}
