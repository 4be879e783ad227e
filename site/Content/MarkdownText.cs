namespace KawasakiServerless.Site.Content;

/// <summary>
/// A block of a Markdown text: either its HTML, or the name of a placeholder such as {{trends}}, which a Razor component replaces when the
/// page is rendered.
/// </summary>
public sealed record MarkdownPart(string? Html, string? Block);

/// <summary>A second-level heading (##) and the content below it.</summary>
public sealed record MarkdownSection(string Anchor, string Heading, IReadOnlyList<MarkdownPart> Parts);

/// <summary>The text of a Markdown file, in sections.</summary>
/// <param name="Before">The content before the first second-level heading.</param>
public sealed record MarkdownText(IReadOnlyList<MarkdownPart> Before, IReadOnlyList<MarkdownSection> Sections)
{
    public static MarkdownText Empty { get; } = new([], []);

    public IEnumerable<MarkdownPart> Parts => Before.Concat(Sections.SelectMany(s => s.Parts));
}

/// <summary>The names that a text may write between double braces. They are replaced when the page is rendered.</summary>
/// <param name="Blocks">Names that are a paragraph of their own and are replaced by a table or list, such as {{trends}}.</param>
/// <param name="Values">Names within a sentence, which are replaced by a short text, such as {{municipality}}.</param>
internal sealed record Placeholders(IReadOnlyList<string> Blocks, IReadOnlyList<string> Values);
