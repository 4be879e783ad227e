namespace KawasakiServerless.Site.Content;

/// <summary>A piece of a text: HTML, or the name of a block, such as {{trends}}, that a component renders in its place.</summary>
public sealed record MarkdownPart(string? Html, string? Block);

/// <summary>The content below a second-level heading.</summary>
public sealed record MarkdownSection(string Anchor, string Heading, IReadOnlyList<MarkdownPart> Parts);

/// <summary>The text of a Markdown file, in sections.</summary>
/// <param name="Before">The content before the first heading.</param>
public sealed record MarkdownText(IReadOnlyList<MarkdownPart> Before, IReadOnlyList<MarkdownSection> Sections)
{
    public static MarkdownText Empty { get; } = new([], []);

    public IEnumerable<MarkdownPart> Parts => Before.Concat(Sections.SelectMany(s => s.Parts));
}

/// <summary>The placeholders that texts may name between double braces.</summary>
/// <param name="Blocks">Placeholders that form a paragraph: {{trends}}.</param>
/// <param name="Values">Placeholders within a sentence: {{municipality}}.</param>
internal sealed record Placeholders(IReadOnlyList<string> Blocks, IReadOnlyList<string> Values)
{
    public static Placeholders None { get; } = new([], []);
}
