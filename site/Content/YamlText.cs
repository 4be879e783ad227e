using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace KawasakiServerless.Site.Content;

/// <summary>
/// Parses the subset of YAML that content files need: one document of mappings, texts and lists. Anchors, aliases and tags are rejected,
/// because a few lines of nested aliases can expand to so many nodes that the memory is exhausted.
/// </summary>
internal static class YamlText
{
    private const int Deepest = 8;

    /// <returns>Null when the text cannot be read; the reasons are added to the problems.</returns>
    public static YamlFields? Read(ContentText text, ICollection<ContentProblem> problems)
    {
        try
        {
            if (Refusal(text.Text) is { } refusal)
                problems.Add(text.Problem(refusal.Line, refusal.What));
            else
                return Fields(text, problems);
        }
        catch (YamlException broken)
        {
            problems.Add(text.Problem((int)broken.Start.Line, $"This is not valid YAML: {WithoutPlace(broken.Message)}"));
        }

        return null;
    }

    private static YamlFields? Fields(ContentText text, ICollection<ContentProblem> problems)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text.Text));
        if (stream.Documents is [{ RootNode: YamlMappingNode fields }])
            return new(text, fields, problems);
        problems.Add(text.Problem(1, "Names with values are expected, such as title: …."));
        return null;
    }

    // Returns the first fault for which the text is rejected; null if there is none. Only the parser's events are examined, before the
    // document is loaded, so that no nodes are built from rejected input.
    private static (int Line, string What)? Refusal(string text)
    {
        var (parser, depth) = (new Parser(new StringReader(text)), 0);
        while (parser.MoveNext())
        {
            var current = parser.Current!;
            depth += current.NestingIncrease;
            if (RefusalOf(current) is { } what)
                return ((int)current.Start.Line, what);
            if (depth > Deepest + 2)
                return ((int)current.Start.Line, $"Lists may be nested at most {Deepest} levels deep.");
        }

        return null;
    }

    private static string? RefusalOf(ParsingEvent current) => current switch
    {
        AnchorAlias => "Aliases (*name) are not allowed.",
        NodeEvent { Anchor.IsEmpty: false } => "Anchors (&name) are not allowed.",
        NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } } => "Tags (!name) are not allowed.",
        _ => null,
    };

    private static string WithoutPlace(string message) =>
        message[(message.IndexOf("): ", StringComparison.Ordinal) is >= 0 and var end ? end + 3 : 0)..];
}
