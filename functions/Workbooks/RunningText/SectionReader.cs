namespace KawasakiServerless.Workbooks.RunningText;

/// <summary>
/// Reads a sequence of figures, in which each heading is followed by years with their amounts: heading, year, amounts, year, amounts,
/// heading, year, …
/// </summary>
internal sealed class SectionReader
{
    private readonly FigureTokens tokens;
    private readonly UnitReader units;
    private readonly FigureHeadingReader headings;
    private readonly List<YearEntry> entries = [];
    private readonly List<FigureDoubt> doubts = [];
    private readonly List<int> years;
    private int headingFrom;

    private SectionReader(FigureTokens tokens)
    {
        (this.tokens, units, headings) = (tokens, new(tokens), new(tokens));
        years = [.. Enumerable.Range(0, tokens.Count).Where(i => tokens[i].Kind == TokenKind.Year)];
    }

    /// <summary>
    /// Returns null when there is no year, when a year is within brackets, or when it is ambiguous to which name a figure belongs.
    /// </summary>
    public static FigureSection? Read(FigureTokens tokens)
    {
        var reader = new SectionReader(tokens);
        return reader.years.Count > 0 && reader.years.All(y => tokens.Depth(y) == 0) && reader.ReadYears()
            ? new(reader.entries, reader.doubts)
            : null;
    }

    private bool ReadYears()
    {
        var heading = ReadHeading(0, years[0], null);
        for (var i = 0; i < years.Count; i++)
        {
            var to = i + 1 < years.Count ? years[i + 1] : tokens.Count;
            if (ReadYear(heading, years[i], to) is not { } end)
                return false;
            if (end < to && to < tokens.Count)
                heading = ReadHeading(end, to, heading);
        }

        return true;
    }

    private FigureHeading ReadHeading(int from, int year, FigureHeading? above)
    {
        headingFrom = from;
        return headings.Read(from, year, above);
    }

    /// <summary>
    /// Reads one year and its amounts; returns the index at which the next heading begins, or null when that is ambiguous.
    /// </summary>
    private int? ReadYear(FigureHeading heading, int year, int to)
    {
        var amounts = AmountReader.Read(tokens, year + 1, to, units);
        if (amounts.Doubt is not null || amounts.List.Count == 0)
            return ReadWords(heading, year, to, amounts.Doubt);
        var rest = tokens.Skip(amounts.Rest, to, t => t.IsSeparator || t.Kind == TokenKind.Stop);
        if (rest < to && to < tokens.Count && !IsHeading(amounts.Rest, rest, year, to))
            return null;
        if (rest < to && to == tokens.Count && tokens[rest - 1].Kind is not (TokenKind.Break or TokenKind.Boundary))
            return ReadWords(heading, year, to, FigureDoubtKind.NotANumber);
        if (rest < to && to == tokens.Count)
            doubts.Add(new(FigureDoubtKind.NotUnderstood, tokens.Printed(rest, to)));
        Add(heading, year, amounts);
        headingFrom = to;
        return rest == to ? to : amounts.Rest;
    }

    private void Add(FigureHeading heading, int year, FigureAmounts amounts)
    {
        var end = tokens.SkipBack(year + 1, amounts.Rest, t => t.IsSeparator);
        entries.Add(new(heading, tokens.YearAt(year), tokens.Printed(year + 1, end), amounts.List, amounts.Notes, null));
        doubts.AddRange(amounts.UnknownUnits.Select(u => new FigureDoubt(FigureDoubtKind.UnknownUnit, u)));
    }

    // Whether the words after the amounts of a year are the heading of the next figures. This is so if the words are on a separate line,
    // begin with a circled number or end with the name of a ward or hospital, or if the year after the words is not later than the year
    // before them.
    private bool IsHeading(int from, int rest, int year, int next) =>
        tokens[rest].Kind is TokenKind.Word or TokenKind.Circled or TokenKind.Open
        && (tokens.Skip(from, next, t => t.Kind != TokenKind.Break) < rest || tokens[rest].Kind == TokenKind.Circled
            || PlaceBefore(rest, next) is not null || BeginsAgain(year, next));

    private bool BeginsAgain(int year, int next) => tokens.YearAt(next) <= tokens.YearAt(year);

    private int? PlaceBefore(int from, int to)
    {
        var last = tokens.SkipBack(from, to, t => t.IsSeparator || t.Kind == TokenKind.Colon) - 1;
        return last >= from && tokens.IsPlaceAt(last) ? last : null;
    }

    private int? ReadWords(FigureHeading heading, int year, int to, FigureDoubtKind? doubt)
    {
        var from = year + 1;
        var end = to < tokens.Count ? WordsEnd(from, to) : to;
        if (end == to && to < tokens.Count && IsLoose(from, to) && (BeginsAgain(year, to) || NumberFollows(to)))
            return null;
        var text = tokens.Printed(from, tokens.SkipBack(from, end, t => t.IsSeparator));
        if (text.Length == 0)
            doubts.Add(new(FigureDoubtKind.EmptyYear, tokens.Printed(Math.Min(headingFrom, year), from)));
        else
            entries.Add(new(heading, tokens.YearAt(year), text, [], [], doubt ?? tokens.DoubtOfWords(from, end)));
        headingFrom = to;
        return end;
    }

    private int WordsEnd(int from, int to)
    {
        var circled = tokens.SkipBack(from, to, t => t.Kind != TokenKind.Circled) - 1;
        if (circled > from && !NumberAt(circled + 1, to))
            return circled;
        return PlaceBefore(from, to) is { } place && place > from + 1 && tokens[place - 1].IsBlank && !tokens.IsBlank(from, place)
            ? place
            : to;
    }

    private bool NumberAt(int from, int to) =>
        tokens.Skip(from, to, t => t.Kind == TokenKind.Space) is var at && at < to && tokens[at].IsNumeric;

    // Whether the last word before the next year may be the name of that year's figure and not part of the current year's text, such as
    // 参加者数 in 8回 参加者数 H29：12人.
    private bool IsLoose(int from, int to)
    {
        var last = tokens.SkipBack(from, to, t => t.IsSeparator) - 1;
        return last > from && tokens[last].Kind == TokenKind.Word && tokens[last - 1].IsSeparator
            && tokens.Skip(from, last, t => t.IsSeparator) < last && !FigureUnits.IsUnit(tokens.Folded(last));
    }

    private bool NumberFollows(int year) =>
        tokens.KindAt(tokens.Skip(year + 1, tokens.Count, t => t.Kind != TokenKind.Year && !t.IsNumeric)) is not (null or TokenKind.Year);
}
