namespace KawasakiServerless.Workbooks.Tests.Documentation;

internal static class Markdown
{
    public static string Page(params IEnumerable<string> blocks) => string.Join("\n\n", blocks) + "\n";

    public static string Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows) =>
        string.Join('\n', [Row(headers), Row([.. headers.Select(_ => "---")]), .. rows.Select(r => Row([.. r.Select(Escaped)]))]);

    public static string List(IEnumerable<string> entries) => string.Join('\n', entries.Select(e => $"- {e}"));

    public static string Escaped(string text) =>
        text.Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);

    private static string Row(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells)} |";
}
