using System.Text;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Repairing;

internal enum MarkupKind
{
    /// <summary>Text between tags. A long text is split into several tokens.</summary>
    Text,
    Start,
    Empty,
    End,

    /// <summary>A comment, a CDATA section, a declaration or a processing instruction.</summary>
    Other,
}

/// <summary>
/// Splits the XML of a part into tags and the text between them, without losing a character, so that unchanged tokens can be written back
/// exactly. It does not check the syntax, so XmlReader must have read the part successfully before.
/// </summary>
internal sealed class MarkupReader(TextReader part, Budget budget)
{
    private readonly char[] buffer = new char[16_384];
    private readonly StringBuilder token = new();
    private int at, end;

    public MarkupKind Kind { get; private set; }

    /// <summary>The characters of the token, exactly as in the part.</summary>
    public string Token { get; private set; } = "";

    /// <summary>The namespace prefix of a tag including its colon (x:); empty when the tag has none.</summary>
    public string Prefix { get; private set; } = "";

    public string LocalName { get; private set; } = "";

    public bool IsElement(string name) => Kind is MarkupKind.Start or MarkupKind.Empty && LocalName == name;

    public bool IsEnd(string name) => Kind == MarkupKind.End && LocalName == name;

    public string? Attribute(string name) => TagText.Attribute(Token, name);

    /// <summary>Reads the next token; returns false at the end of the part.</summary>
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

    // A text that does not end within the buffer is returned in several tokens.
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

    // Quotes do not delimit attribute values in comments, CDATA sections, declarations and processing instructions.
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
