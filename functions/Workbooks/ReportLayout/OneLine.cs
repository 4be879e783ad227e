namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>An item is a sentence: the line breaks within it are the cell's, and become spaces.</summary>
internal static class OneLine
{
    public static string Of(string text) => text.Replace("\n", " ", StringComparison.Ordinal).Trim();
}
