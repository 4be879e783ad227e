using System.Globalization;
using System.Text.RegularExpressions;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Home;

/// <summary>A stage of the roadmap: 第2段階（平成30～37年度） システム構築期.</summary>
internal sealed partial record RoadmapStage(Passage Passage)
{
    public static bool Is(Passage passage) => Stage().IsMatch(passage.Text.Fold());

    /// <summary>第2段階.</summary>
    public string Label => Stage().Match(Passage.Text.Fold()).Value;

    /// <summary>Whether a fiscal year lies in the stage. A stage whose text gives no bounds contains no year.</summary>
    public bool IsCurrent(FiscalYear year) =>
        Bounds().Match(Passage.Text.Fold()) is { Success: true } bounds
        && Western(bounds.Groups["from"]) <= year.Year
        && year.Year <= Western(bounds.Groups["to"]);

    // The roadmap names 平成37年度, which never came: it was written before the era changed.
    private static int Western(Group group) => 1988 + int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^第[0-9一二三四五]+段階")]
    private static partial Regex Stage();

    [GeneratedRegex("平成(?<from>[0-9]{1,2})[~〜～-](?<to>[0-9]{1,2})年度")]
    private static partial Regex Bounds();
}
