using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace KawasakiServerless.Site.Content;

/// <summary>
/// Parses a Markdown text into sections. Headings of level 1, headings that skip a level, anchors that the page already has, images, links
/// with other schemes than https:, mailto: and tel:, and unknown or misplaced {{placeholders}} are reported as problems. HTML is escaped
/// and shown as text. A paragraph that begins with 表： directly before a table becomes the table's caption.
/// </summary>
internal sealed partial class MarkdownReader(ContentText text, Placeholders placeholders, ICollection<ContentProblem> problems)
{
    private const string Caption = "表：";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    private readonly HashSet<string> anchors = new(StringComparer.Ordinal) { "main" };

    /// <summary>The anchors of the page's own sections, which the headings of the text must not have.</summary>
    public IEnumerable<string> AnchorsOfPage
    {
        init => anchors.UnionWith(value);
    }

    public MarkdownText Read()
    {
        try
        {
            var document = Markdown.Parse(text.Text, Pipeline);
            foreach (var block in document.Descendants<Block>())
                Check(block);
            return Sections(document);
        }
        catch (ArgumentException tooDeep)
        {
            problems.Add(text.Problem(1, $"The text cannot be read: {tooDeep.Message}"));
            return MarkdownText.Empty;
        }
    }

    private MarkdownText Sections(MarkdownDocument document)
    {
        var (before, sections, current) = (new List<MarkdownPart>(), new List<MarkdownSection>(), (List<MarkdownPart>?)null);
        foreach (var block in WithCaptions(document))
        {
            if (block is HeadingBlock { Level: 2 } heading)
                sections.Add(SectionOf(heading, sections.Count, current = []));
            else
                (current ?? before).Add(PartOf(block));
        }

        return new(before, sections);
    }

    private MarkdownSection SectionOf(HeadingBlock heading, int before, List<MarkdownPart> parts)
    {
        var written = MarkdownHtml.PlainText(heading);
        var match = Anchor().Match(written);
        var anchor = match.Success ? match.Groups["id"].Value : $"section-{before + 1}";
        if (!anchors.Add(anchor))
            Report(heading, $"The anchor {anchor} is already used on this page.");
        return new(anchor, match.Success ? written[..match.Index].TrimEnd() : written, parts);
    }

    private MarkdownPart PartOf(Block block) =>
        BlockNamedBy(block) is { } name ? new(null, name) : new(MarkdownHtml.Of(block, Pipeline), null);

    // The name of the block placeholder of which a paragraph consists; null for any other block.
    private string? BlockNamedBy(Block block) =>
        block is ParagraphBlock { Parent: MarkdownDocument }
            && Block().Match(MarkdownHtml.PlainText(block)) is { Success: true } named
            && placeholders.Blocks.Contains(named.Groups["name"].Value, StringComparer.Ordinal)
            ? named.Groups["name"].Value
            : null;

    private static IEnumerable<Block> WithCaptions(MarkdownDocument document)
    {
        string? caption = null;
        foreach (var (i, block) in document.Index())
        {
            if (block is Table table)
                table.SetData(MarkdownHtml.CaptionKey, caption ?? "");
            caption = block is ParagraphBlock && i + 1 < document.Count && document[i + 1] is Table
                && MarkdownHtml.PlainText(block) is var words
                && words.StartsWith(Caption, StringComparison.Ordinal) ? words[Caption.Length..] : null;
            if (caption is null && block is not LinkReferenceDefinitionGroup)
                yield return block;
        }
    }

    private void Check(Block block)
    {
        if (block is HeadingBlock heading && Refusal(heading) is { } wrong)
            Report(heading, wrong);
        if (block is not LeafBlock { Inline: { } inline })
            return;
        foreach (var link in inline.Descendants<LinkInline>())
            CheckLink(block, link);
        foreach (var link in inline.Descendants<AutolinkInline>())
            CheckAddress(block, link.Url);
        if (BlockNamedBy(block) is not null)
            return;
        foreach (Match value in Value().Matches(MarkdownHtml.PlainText(block)))
            CheckValue(block, value.Groups["name"].Value);
    }

    private int level = 1;

    private string? Refusal(HeadingBlock heading)
    {
        var before = level;
        level = heading.Level;
        return heading.Level == 1 ? "A heading begins with ## or more: the page's title is in the front matter."
            : heading.Level > before + 1 ? $"A heading of level {heading.Level} cannot follow one of level {before}."
            : null;
    }

    private void CheckLink(Block block, LinkInline link)
    {
        if (link.IsImage)
            Report(block, "Images are not supported in texts.");
        else
            CheckAddress(block, link.Url ?? "");
    }

    private void CheckAddress(Block block, string address)
    {
        if (!Address().IsMatch(address))
            Report(block, $"The link {address} is not allowed: a link must begin with /, #, https:, mailto: or tel:.");
    }

    private void CheckValue(Block block, string name)
    {
        if (placeholders.Blocks.Contains(name, StringComparer.Ordinal))
            Report(block, $"{{{{{name}}}}} must be a paragraph of its own.");
        else if (!placeholders.Values.Contains(name, StringComparer.Ordinal))
            Report(block, Unknown(name));
    }

    private string Unknown(string name) =>
        $"{{{{{name}}}}} is not known here. Known: {string.Join(", ", placeholders.Values.Concat(placeholders.Blocks).Select(n => $"{{{{{n}}}}}"))}.";

    private void Report(Block block, string what) => problems.Add(text.Problem(block.Line + 1, what));

    [GeneratedRegex(@"\s*\{#(?<id>[a-z][a-z0-9-]*)\}\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Anchor();

    [GeneratedRegex(@"^\s*\{\{(?<name>[a-z-]+)\}\}\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Block();

    [GeneratedRegex(@"\{\{(?<name>[^{}]*)\}\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Value();

    [GeneratedRegex(@"^(/(?!/)|#|https://|mailto:|tel:)[^{}\s]*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
