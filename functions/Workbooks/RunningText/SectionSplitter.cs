namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>
/// Separates the figures of different indicators in one text: at a slash that has a space beside it, and after brackets that contain the
/// years of the indicator named before them, as in 利用者数（H28：5人、H29：6人）.
/// </summary>
internal static class SectionSplitter
{
    public static IEnumerable<FigureTokens> Split(FigureTokens tokens)
    {
        var marked = tokens.With(Unwrapped(tokens));
        marked = marked.With(Slashes(marked));
        var from = 0;
        for (var i = 0; i < marked.Count; i++)
        {
            if (marked[i].Kind != TokenKind.Boundary || !marked.HasYears(from, i) || !marked.HasYears(i, marked.Count))
                continue;
            yield return marked.Part(from, i);
            from = i + 1;
        }

        yield return marked.Part(from, marked.Count);
    }

    private static List<(int, TokenKind)> Unwrapped(FigureTokens tokens)
    {
        var changes = new List<(int, TokenKind)>();
        var sawYear = false;
        for (var i = 0; i < tokens.Count; i++)
        {
            sawYear = (sawYear && !IsSpacedSlash(tokens, i)) || tokens[i].Kind == TokenKind.Year;
            if (sawYear || tokens.Depth(i) > 0 || tokens[i].Kind != TokenKind.Open || !OpensYears(tokens, i))
                continue;
            changes.AddRange([(i, TokenKind.Space), (tokens.Partner(i), TokenKind.Boundary)]);
            i = tokens.Partner(i);
        }

        return changes;
    }

    private static bool OpensYears(FigureTokens tokens, int open) =>
        tokens.Partner(open) >= 0 && tokens.KindAt(tokens.Skip(open + 1, tokens.Count, t => t.IsBlank)) == TokenKind.Year;

    // A slash without spaces belongs to a unit (人/日). A slash with a space is treated as a comma if it is between two years, the second
    // later than the first, and both years have numbers; otherwise it separates the figures of two indicators, as in 講座 H29：3回 / 受講者
    // H29：40人.
    private static List<(int, TokenKind)> Slashes(FigureTokens tokens)
    {
        var changes = new List<(int, TokenKind)>();
        var lastYear = -1;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Year)
                lastYear = i;
            else if (IsSpacedSlash(tokens, i) && tokens.Depth(i) == 0)
                changes.Add((i, lastYear >= 0 && ContinuesYears(tokens, i, lastYear) ? TokenKind.Comma : TokenKind.Boundary));
        }

        return changes;
    }

    private static bool IsSpacedSlash(FigureTokens tokens, int at) =>
        tokens[at].Kind == TokenKind.Slash && (IsBlankAt(tokens, at - 1) || IsBlankAt(tokens, at + 1));

    private static bool IsBlankAt(FigureTokens tokens, int at) => tokens.KindAt(at) is TokenKind.Space or TokenKind.Break;

    private static bool ContinuesYears(FigureTokens tokens, int slash, int lastYear)
    {
        var next = tokens.Skip(slash + 1, tokens.Count, t => t.IsBlank);
        return tokens.KindAt(next) == TokenKind.Year && tokens.YearAt(next) > tokens.YearAt(lastYear) && BeginsWithNumber(tokens, next)
            && BeginsWithNumber(tokens, lastYear);
    }

    private static bool BeginsWithNumber(FigureTokens tokens, int year) =>
        tokens.KindAt(tokens.Skip(year + 1, tokens.Count, t => t.IsBlank || t.Kind == TokenKind.Sign)) == TokenKind.Number;
}
