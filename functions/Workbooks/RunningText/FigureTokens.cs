using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>The tokens of a text, or of a part of it, with the matching bracket for each bracket.</summary>
internal sealed class FigureTokens
{
    private const int UsualTokenLength = 3;

    private readonly FoldedText text;
    private readonly FigureToken[] tokens;
    private readonly PlaceNames? places;
    private readonly int[] partners;
    private readonly int[] depths;
    private readonly int[] years;

    private FigureTokens(FoldedText text, FigureToken[] tokens, PlaceNames? places)
    {
        (this.text, this.tokens, this.places) = (text, tokens, places);
        partners = Partners(tokens);
        depths = new int[tokens.Length];
        years = new int[tokens.Length + 1];
        for (var (i, depth) = (0, 0); i < tokens.Length; i++)
        {
            depth -= partners[i] >= 0 && partners[i] < i ? 1 : 0;
            depths[i] = depth;
            depth += partners[i] > i ? 1 : 0;
            years[i + 1] = years[i] + (tokens[i].Kind == TokenKind.Year ? 1 : 0);
        }
    }

    public int Count => tokens.Length;

    public FigureToken this[int at] => tokens[at];

    /// <summary>
    /// Tokenizes a text without recognizing the names of wards and hospitals. Recognizing them is necessary only in running text.
    /// </summary>
    public static FigureTokens Of(string text) => Of(text, null, int.MaxValue)!;

    /// <returns>Null if the text contains more than <paramref name="mostYears"/> years; reading then stops.</returns>
    public static FigureTokens? Of(string text, PlaceNames? places, int mostYears)
    {
        var folded = new FoldedText(text);
        var (tokens, years) = (new List<FigureToken>(folded.Text.Length / UsualTokenLength), 0);
        foreach (var token in Tokenizer.Read(folded.Text))
        {
            tokens.Add(token);
            if (token.Kind == TokenKind.Year && ++years > mostYears)
                return null;
        }

        return new(folded, [.. tokens], places);
    }

    /// <summary>Returns some of the tokens as a separate text. A bracket whose partner is not among them becomes unmatched.</summary>
    public FigureTokens Part(int from, int to) => new(text, tokens[from..to], places);

    public FigureTokens With(IEnumerable<(int At, TokenKind Kind)> changes)
    {
        var changed = tokens.ToArray();
        foreach (var (at, kind) in changes)
            changed[at] = changed[at] with { Kind = kind };
        return new(text, changed, places);
    }

    /// <summary>The index of the matching bracket; -1 when there is none or the token is not a bracket.</summary>
    public int Partner(int at) => partners[at];

    /// <summary>The number of bracket pairs around a token.</summary>
    public int Depth(int at) => depths[at];

    public bool HasYears(int from, int to) => years[to] > years[from];

    public TokenKind? KindAt(int at) => at >= 0 && at < tokens.Length ? tokens[at].Kind : null;

    public bool IsPlaceAt(int at) => tokens[at].Kind == TokenKind.Word && places?.Contains(Folded(at)) == true;

    public FiscalYear YearAt(int at) => tokens[at].Year!;

    public string Folded(int at) => text.Text[tokens[at].Start..tokens[at].End];

    public string Folded(int from, int to) => Span(from, to).ToString();

    /// <summary>Whether the text before a token, as it is normalized, ends with the text from this token on.</summary>
    public bool EndsWithRest(int at) =>
        Span(at, Count) is { Length: > 0 } rest && Span(0, at).EndsWith(rest, StringComparison.Ordinal);

    private ReadOnlySpan<char> Span(int from, int to) =>
        from >= to ? [] : text.Text.AsSpan(tokens[from].Start..tokens[to - 1].End).Trim();

    public string Printed(int from, int to) => from >= to ? "" : text.Printed(tokens[from].Start, tokens[to - 1].End);

    public string Printed() => Printed(0, Count);

    public bool IsBlank(int from, int to) => Skip(from, to, t => t.IsBlank) == to;

    public int Skip(int from, int to, Func<FigureToken, bool> what)
    {
        while (from < to && what(tokens[from]))
            from++;
        return from;
    }

    public int SkipBack(int from, int to, Func<FigureToken, bool> what)
    {
        while (to > from && what(tokens[to - 1]))
            to--;
        return to;
    }

    /// <summary>
    /// For tokens that could not be read as a number: if they nevertheless begin with a number, the department may have meant a figure, so
    /// the doubt <see cref="FigureDoubtKind.NotANumber"/> is returned; any other text is ordinary words, and the result is null. A number in
    /// brackets counts too, because (5) may mean a negative number.
    /// </summary>
    public FigureDoubtKind? DoubtOfWords(int from, int to)
    {
        var first = Skip(from, to, t => t.IsBlank || t.Kind == TokenKind.Open);
        return first < to && tokens[first].IsNumeric ? FigureDoubtKind.NotANumber : null;
    }

    private static int[] Partners(FigureToken[] tokens)
    {
        var found = new int[tokens.Length];
        Array.Fill(found, -1);
        var open = new Stack<int>();
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind == TokenKind.Open)
                open.Push(i);
            else if (tokens[i].Kind == TokenKind.Close && open.TryPop(out var partner))
                (found[i], found[partner]) = (partner, i);
        }

        return found;
    }
}
