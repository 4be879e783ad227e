using System.Globalization;
using System.Text.RegularExpressions;
using KawasakiServerless.Site.Content;
using KawasakiServerless.Site.TextPages;

namespace KawasakiServerless.Site.Topics;

/// <summary>Reads the topics from input/topics/*.md. A municipality may have no topics.</summary>
internal static partial class TopicFile
{
    private const string Folder = "topics";

    // The anchors in TopicPage.razor.
    private static readonly string[] Sections = ["initiatives", "indicators", "collaborations", "wards", "ask"];

    private static readonly Placeholders Known = new([], TextValues.Names);

    public static IReadOnlyList<Topic> ReadAll(ContentFolders folders, ICollection<ContentProblem> problems) =>
    [
        .. folders.ReadMarkdown(Folder, problems).Select(file => Read(file, problems)).OfType<Topic>()
            .OrderBy(t => t.Order).ThenBy(t => t.Slug, StringComparer.Ordinal),
    ];

    private static Topic? Read(ContentText file, ICollection<ContentProblem> problems)
    {
        var slug = Path.GetFileNameWithoutExtension(file.File);
        if (!Slug().IsMatch(slug))
            problems.Add(file.Problem(1, $"The name {slug} may contain only lower-case letters, digits and hyphens."));
        if (MarkdownFile.Read(file, problems) is not { FrontMatter: var fields, Body: var body })
            return null;
        var topic = new Topic(slug, fields.Required("title"), OrderOf(fields), fields.Required("description"))
        {
            Lead = fields.Required("lead"),
            Words = fields.Texts("words"),
            Add = fields.Texts("add"),
            LeaveOut = fields.Texts("leave-out"),
            FoundBy = fields.Texts("found-by"),
            Text = new MarkdownReader(body, Known, problems) { AnchorsOfPage = Sections }.Read(),
        };
        if (topic.Words.Count == 0 && topic.Add.Count == 0)
            fields.Report("words", "A topic needs \"words\" or \"add\": without them no record can belong to it.");
        fields.RefuseOthers();
        return topic;
    }

    private static int OrderOf(YamlFields fields)
    {
        if (int.TryParse(fields.Required("order"), NumberStyles.None, CultureInfo.InvariantCulture, out var order))
            return order;
        if (fields.Optional("order") is { } text)
            fields.Report("order", $"\"order\" is {text}; it must be a whole number.");
        return 0;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,60}$", RegexOptions.CultureInvariant)]
    private static partial Regex Slug();
}
