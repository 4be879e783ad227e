namespace KawasakiServerless.Site.Content;

/// <summary>
/// A Markdown file, split into its front matter (YAML between two lines of ---) and the Markdown text after the front matter.
/// </summary>
internal sealed record MarkdownFile(YamlFields FrontMatter, ContentText Body)
{
    private const string Fence = "---";

    /// <returns>Null when the front matter cannot be read; the reasons are added to the problems.</returns>
    public static MarkdownFile? Read(ContentText file, ICollection<ContentProblem> problems)
    {
        var lines = file.Text.Split('\n');
        var end = Array.FindIndex(lines, Math.Min(1, lines.Length), line => line.TrimEnd() == Fence);
        if (lines[0].TrimEnd() != Fence || end < 0)
        {
            problems.Add(file.Problem(1, "The file must begin with front matter: names with values between two lines of ---."));
            return null;
        }

        return YamlText.Read(new(file.File, file.Line + 1, string.Join('\n', lines[1..end])), problems) is { } fields
            ? new(fields, new(file.File, file.Line + end + 1, string.Join('\n', lines[(end + 1)..])))
            : null;
    }
}
