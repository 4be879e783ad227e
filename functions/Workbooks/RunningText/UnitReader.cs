namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>The result of reading the unit after a number.</summary>
/// <param name="Text">The unit; null when there is none.</param>
/// <param name="End">The index of the first token after the unit, or after the number if there is no unit.</param>
/// <param name="IsKnown">Whether the unit is in the list of units; true when there is no unit.</param>
/// <param name="Doubt">The reason why the number is doubtful; null when it is not.</param>
internal readonly record struct ReadUnit(string? Text, int End, bool IsKnown = true, FigureDoubtKind? Doubt = null);

/// <summary>
/// Reads the unit after a number, such as 回, か所 or %. A word that may be a unit but is not in the list of units is accepted and reported as
/// unknown.
/// </summary>
internal sealed class UnitReader(FigureTokens tokens)
{
    private readonly HashSet<string> recurring =
    [
        .. Enumerable.Range(2, Math.Max(0, tokens.Count - 2))
            .Where(i => tokens[i].Kind == TokenKind.Word && tokens[i - 1].Kind == TokenKind.Space && tokens[i - 2].Kind == TokenKind.Number)
            .Select(i => tokens.Folded(i)).GroupBy(w => w).Where(g => g.Count() > 1).Select(g => g.Key),
    ];

    public ReadUnit Read(int at, int to)
    {
        var word = tokens.Skip(at, to, t => t.Kind == TokenKind.Space);
        if (word == to)
            return new(null, at);
        return tokens[word].Kind switch
        {
            TokenKind.Range => new(null, at, Doubt: FigureDoubtKind.Range),
            TokenKind.Word when word > at => Apart(word, at),
            TokenKind.Word => Close(word),
            _ => new(null, at),
        };
    }

    private ReadUnit Close(int word)
    {
        var text = tokens.Folded(word);
        if (FigureUnits.IsUnit(text))
            return Take(word);
        return FigureUnits.MayBeUnit(text) ? TakeUnknown(word) : Refuse(word, text);
    }

    // Reads a word that is separated from the number by a space. It may be the name of the next figure instead of a unit.
    private ReadUnit Apart(int word, int at)
    {
        var text = tokens.Folded(word);
        if (FigureUnits.IsUnit(text))
            return Take(word);
        if (FigureUnits.MayBeUnit(text) && (recurring.Contains(text) || word + 1 == tokens.Count))
            return TakeUnknown(word);
        return FigureUnits.Begins(text) || FigureUnits.IsQualified(text) ? Refuse(at, text) : new(null, at);
    }

    private ReadUnit Take(int word) => new(tokens.Printed(word, word + 1), word + 1);

    private ReadUnit TakeUnknown(int word) => Take(word) with { IsKnown = false };

    private static ReadUnit Refuse(int at, string text) =>
        new(null, at, Doubt: FigureUnits.IsQualified(text) ? FigureDoubtKind.Approximate : FigureDoubtKind.NotANumber);
}
