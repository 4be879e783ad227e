using System.Text.RegularExpressions;
using KawasakiServerless.Site.Content;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.TextPages;

/// <summary>Reads the text pages of the municipality from input/pages/*.md.</summary>
internal static partial class TextPageFile
{
    public const string Folder = "pages";

    private const string ThePage = "page";

    private static readonly Placeholders Known = new(TextBlock.Names, TextValues.Names);

    public static IReadOnlyList<TextPage> ReadAll(ContentFolders folders, ICollection<ContentProblem> problems)
    {
        List<TextPage> pages = [.. folders.ReadMarkdown(Folder, problems).Select(file => Read(file, problems)).OfType<TextPage>()];
        foreach (var needed in new[] { TextPage.About, TextPage.Accessibility }
            .Where(name => !folders.HasInput(Path.Combine(Folder, $"{name}.md"))))
            problems.Add(new($"input/{Folder}/{needed}.md", 1, "The file is missing."));
        return pages;
    }

    private static TextPage? Read(ContentText file, ICollection<ContentProblem> problems)
    {
        var name = Path.GetFileNameWithoutExtension(file.File);
        if (Refusal(name) is { } refusal)
            problems.Add(file.Problem(1, refusal));
        if (MarkdownFile.Read(file, problems) is not { FrontMatter: var fields, Body: var body })
            return null;
        var text = new MarkdownReader(body, Known, problems).Read();
        var page = new TextPage(name, fields.Required("title"), fields.Required("description"), text)
        {
            Lead = fields.Optional("lead"),
            FoundBy = FoundByOf(fields.Group("found-by"), text),
        };
        fields.RefuseOthers();
        return page;
    }

    private static SortedDictionary<string, IReadOnlyList<string>> FoundByOf(YamlFields? group, MarkdownText text)
    {
        var found = new SortedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var name in group?.Names.ToList() ?? [])
        {
            found[name] = group!.Texts(name);
            if (name != ThePage && text.Sections.All(s => s.Anchor != name))
                group.Report(name, $"The text has no heading with the anchor {{#{name}}}.");
        }

        return found;
    }

    private static string? Refusal(string name) =>
        !Name().IsMatch(name) ? $"The address /{name}/ may contain only lower-case letters, digits and hyphens."
        : Links.IsGenerated(name) ? $"The address /{name}/ is that of a generated page; give the file another name."
        : null;

    [GeneratedRegex("^[a-z][a-z0-9-]{0,60}$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
