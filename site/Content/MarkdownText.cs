namespace KawasakiServerless.Site.Content;

/// <summary>A piece of a text: HTML, or the name of a block that a component draws in its place, such as {{trends}}.</summary>
public sealed record MarkdownPart(string? Html, string? Block);

/// <summary>What stands below a heading of the second level.</summary>
public sealed record MarkdownSection(string Anchor, string Heading, IReadOnlyList<MarkdownPart> Parts);

/// <summary>The text of a Markdown file, in sections.</summary>
/// <param name="Before">What stands before the first heading.</param>
public sealed record MarkdownText(IReadOnlyList<MarkdownPart> Before, IReadOnlyList<MarkdownSection> Sections)
{
    public static MarkdownText Empty { get; } = new([], []);

    public IEnumerable<MarkdownPart> Parts => Before.Concat(Sections.SelectMany(s => s.Parts));
}

/// <summary>What texts may name between double braces.</summary>
/// <param name="Blocks">In a paragraph of their own: {{trends}}.</param>
/// <param name="Values">Within a sentence: {{municipality}}.</param>
internal sealed record Placeholders(IReadOnlyList<string> Blocks, IReadOnlyList<string> Values)
{
    public static Placeholders None { get; } = new([], []);
}
