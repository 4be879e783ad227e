using KawasakiServerless.Domain;

namespace KawasakiServerless.Site;

/// <summary>
/// Selects the part of an initiative's page that fits on one printed A4 sheet, by counting lines. The sheet refers to the site for the
/// rest.
/// </summary>
public sealed class InitiativeSheet
{
    public const int MostDirections = 20, MostCharacters = 480;
    private const int Lines = 52, Head = 11, LineOfHeading = 30, LineOfText = 56, LineOfCell = 26, ChartsAbreast = 3, LinesOfCharts = 12;

    public InitiativeSheet(InitiativePlace place)
    {
        var room = Lines - Head - (
            LinesIn(place.Initiative.Text[..Math.Min(MostCharacters, place.Initiative.Text.Length)], LineOfHeading) * 2);
        room -= 2 + Math.Min(4, place.Initiative.Divisions.Count);
        Indicators = Fitting(place.Indicators, i => 2 + LinesIn(i.FullName, LineOfCell) + LinesIn(Longest(i), 12)
            + i.Notes.Sum(n => LinesIn(n, LineOfCell)), ref room);
        HasCharts = Indicators == place.Indicators.Count && LinesOf(place.Indicators) <= room - 4;
        room -= HasCharts ? LinesOf(place.Indicators) : 0;
        room -= 3;
        Directions = Fitting(place.Area.Directions, d => 1 + LinesIn(d.Text, LineOfText), ref room);
    }

    /// <summary>The number of table rows on the sheet.</summary>
    public int Indicators { get; }

    public bool HasCharts { get; }

    public int Directions { get; }

    private static int Fitting<T>(IReadOnlyList<T> all, Func<T, int> lines, ref int room)
    {
        var count = 0;
        while (count < all.Count && lines(all[count]) <= room)
            room -= lines(all[count++]);
        return count;
    }

    // Charts of single series share a row; series with the same name get rows of their own.
    private static int LinesOf(IEnumerable<Indicator> indicators)
    {
        var series = indicators.Where(i => i.HasNumbers()).GroupBy(i => i.Name)
            .ToLookup(sisters => sisters.Count() > 1, sisters => sisters.ToList());
        return series[true].Sum(RowsOf) + RowsOf([.. series[false].SelectMany(alone => alone)]);
    }

    private static int RowsOf(List<Indicator> indicators) =>
        indicators.Chunk(ChartsAbreast)
            .Sum(row => LinesOfCharts + row.Max(i => LinesIn(TrendSentence.Of(i), 16) + i.Notes.Sum(n => LinesIn(n, 16))));

    private static string Longest(Indicator indicator) =>
        indicator.Figures.Select(f => f.Text ?? "").Append(indicator.Unit ?? "").MaxBy(t => t.Length)!;

    private static int LinesIn(string text, int characters) => text.Split('\n').Sum(line => 1 + (line.Length / characters));
}
