using KawasakiServerless.Domain;
using KawasakiServerless.Site.Figures;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Initiatives;

/// <summary>
/// Decides how many indicators and future directions (今後の方向性) of an initiative's page are printed, and whether the charts are printed, so
/// that the page fits on one A4 sheet. The number of printed lines is estimated from the lengths of the texts. If indicators or directions
/// are not printed, the printed page says how many and refers readers to the site.
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

    /// <summary>The number of indicators in the printed table, one per row.</summary>
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

    // The number of printed lines that the charts occupy. A row holds three charts; indicators with the same name do not share a row with
    // other indicators.
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
