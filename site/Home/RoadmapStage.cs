using System.Globalization;
using System.Text.RegularExpressions;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Home;

/// <summary>A passage that names a stage of the programme's roadmap, such as 第2段階（平成30～37年度） システム構築期.</summary>
internal sealed partial record RoadmapStage(Passage Passage)
{
    public static bool Is(Passage passage) => Stage().IsMatch(passage.Text.Fold());

    /// <summary>The number of the stage as written, such as 第2段階.</summary>
    public string Label => Stage().Match(Passage.Text.Fold()).Value;

    /// <summary>
    /// Whether a fiscal year is within the stage; false if the passage does not give the first and the last year of the stage as years of
    /// the Heisei era (平成), as in 平成30～37年度.
    /// </summary>
    public bool IsCurrent(FiscalYear year) =>
        Bounds().Match(Passage.Text.Fold()) is { Success: true } bounds
        && Western(bounds.Groups["from"]) <= year.Year
        && year.Year <= Western(bounds.Groups["to"]);

    // Converts a year of the Heisei era by calculation. FiscalYear.TryParse cannot be used, because the roadmap names 平成37年度, a year after
    // the end of the era.
    private static int Western(Group group) => 1988 + int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^第[0-9一二三四五]+段階")]
    private static partial Regex Stage();

    [GeneratedRegex("平成(?<from>[0-9]{1,2})[~〜～-](?<to>[0-9]{1,2})年度")]
    private static partial Regex Bounds();
}
