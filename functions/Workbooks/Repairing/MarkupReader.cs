using System.Text;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Repairing;

internal enum MarkupKind
{
    /// <summary>The text between tags, in chunks.</summary>
    Text,
    Start,
    Empty,
    End,

    /// <summary>A comment, CDATA, a declaration or an instruction.</summary>
    Other,
}

/// <summary>
/// Splits a part into tags and the text between them, so that it can be reproduced exactly. XmlReader must have verified before that it is
/// well-formed.
/// </summary>
internal sealed class MarkupReader(TextReader part, Budget budget)
{
    private readonly char[] buffer = new char[16_384];
    private readonly StringBuilder token = new();
    private int at, end;

    public MarkupKind Kind { get; private set; }

    /// <summary>The characters of the token, exactly as in the part.</summary>
    public string Token { get; private set; } = "";

    /// <summary>The prefix of a tag with its colon (x:), or empty.</summary>
    public string Prefix { get; private set; } = "";

    public string LocalName { get; private set; } = "";

    public bool IsElement(string name) => Kind is MarkupKind.Start or MarkupKind.Empty && LocalName == name;

    public bool IsEnd(string name) => Kind == MarkupKind.End && LocalName == name;

    public string? Attribute(string name) => TagText.Attribute(Token, name);

    /// <summary>The next token; false at the end of the part.</summary>
    public bool Read()
    {
        budget.Step();
        token.Clear();
        if (!TryPeek(out var first))
            return false;
        if (first == '<')
            ReadMarkup();
        else
            ReadText();
        Token = token.ToString();
        (Kind, Prefix, LocalName) = TagText.Classify(Token);
        return true;
    }

    // A long text is returned in chunks.
    private void ReadText()
    {
        var rest = buffer.AsSpan(at, end - at);
        var length = rest.IndexOf('<') is >= 0 and var next ? next : rest.Length;
        token.Append(rest[..length]);
        at += length;
    }

    private void ReadMarkup()
    {
        char? quote = null;
        while (TryPeek(out var c))
        {
            at++;
            token.Append(c);
            if (IsLiteral())
                quote = null;
            else if (quote is null ? c is '"' or '\'' : c == quote)
                quote = quote is null ? c : null;
            if (c == '>' && quote is null && IsWhole())
                return;
        }

        throw new InvalidDataException("A part of the workbook ends within a tag.");
    }

    // Quotes have no meaning in comments, CDATA and processing instructions.
    private bool IsLiteral() => token.Length > 1 && token[1] is '!' or '?';

    private bool IsWhole() => !IsLiteral()
        || (Begins("<!--") ? token.Length >= 7 && Ends("-->") : Begins("<![CDATA[") ? Ends("]]>") : !Begins("<?") || Ends("?>"));

    private bool Begins(string with)
    {
        for (var i = 0; i < with.Length; i++)
        {
            if (i >= token.Length || token[i] != with[i])
                return false;
        }

        return true;
    }

    private bool Ends(string with)
    {
        for (var i = 1; i <= with.Length; i++)
        {
            if (token.Length < i || token[^i] != with[^i])
                return false;
        }

        return true;
    }

    private bool TryPeek(out char c)
    {
        if (at == end)
            (at, end) = (0, part.Read(buffer, 0, buffer.Length));
        c = at < end ? buffer[at] : default;
        return at < end;
    }
}
