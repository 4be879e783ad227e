namespace KawasakiServerless.Packing;

/// <summary>
/// The content to write into a cell. A text is always written as text, even if it starts like a formula, so that
/// Excel does not evaluate it.
/// </summary>
internal abstract record Content
{
    public static Content Blank { get; } = new BlankContent();

    public static Content Of(string? text) => string.IsNullOrEmpty(text) ? Blank : new TextContent(text);

    public static Content Of(decimal number) => new NumberContent(number);

    public static Content Of(bool isTrue) => new BooleanContent(isTrue);
}

internal sealed record BlankContent : Content;

internal sealed record TextContent(string Text) : Content;

internal sealed record NumberContent(decimal Number) : Content;

internal sealed record BooleanContent(bool IsTrue) : Content;
