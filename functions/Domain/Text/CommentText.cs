namespace KawasakiServerless.Domain;

/// <summary>The result of validating and cleaning a text that a user typed into a form (入力された文章).</summary>
public abstract record TypedText
{
    private TypedText()
    {
    }

    /// <param name="Text">The text as stored: plain characters, LF between lines, no blanks at either end.</param>
    /// <param name="WasCleaned">Whether characters that <see cref="PlainCharacters"/> considers unsafe were removed.</param>
    public sealed record Taken(string Text, bool WasCleaned) : TypedText;

    /// <summary>The text is empty or contains only white space and unsafe characters, which are removed.</summary>
    public sealed record Empty : TypedText;

    /// <param name="Length">The length in UTF-16 units.</param>
    /// <param name="Most">The maximum length.</param>
    public sealed record TooLong(int Length, int Most) : TypedText
    {
        public string Message => FormattableString.Invariant($"{Length:#,0}文字あります。{Most:#,0}文字以内で書いてください。");
    }
}

/// <summary>
/// Validates and cleans comments, messages, reasons and names (コメント・連絡・理由・氏名). HTML markup is stored as typed, so every place that displays
/// the text must escape it.
/// </summary>
public static class CommentText
{
    public const int MostOfAComment = 2_000, MostOfAReason = 500, MostOfAName = 100;

    private const string NoName = "氏名なし";

    public static TypedText Read(string? typed, int most = MostOfAComment)
    {
        var lines = (typed ?? "").ReplaceLineEndings("\n").Split('\n');
        var plain = string.Join('\n', lines.Select(l => PlainCharacters.Of(l.Replace('\t', ' ')).TrimEnd())).Trim();
        if (plain.Length == 0)
            return new TypedText.Empty();
        var wasCleaned = Array.Exists(lines, l => PlainCharacters.Of(l).Length < l.Replace("\t", "", StringComparison.Ordinal).Length);
        return plain.Length > most ? new TypedText.TooLong(plain.Length, most) : new TypedText.Taken(plain, wasCleaned);
    }

    /// <summary>
    /// Returns a user's name, as the user directory sends it at sign-in, without characters that <see cref="PlainCharacters"/> considers
    /// unsafe, and cut to <see cref="MostOfAName"/> characters; 氏名なし (no name) if nothing is left.
    /// </summary>
    public static string NameOf(string? given)
    {
        var plain = PlainCharacters.Of(given ?? "").Trim();
        return plain.Length == 0 ? NoName : Cut(plain, MostOfAName);
    }

    /// <summary>Returns the beginning of a text, on one line. A text that is too long is truncated and ends with ….</summary>
    public static string ExcerptOf(string text, int most = 60) => Cut(text.Replace('\n', ' '), most);

    private static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        return $"{text[..end]}…";
    }
}
