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
    /// Whether a fiscal year is within the stage; false if the passage does not give the first and the last year of the stage, as in
    /// 平成30～37年度 or 令和4年度～7年度.
    /// </summary>
    public bool IsCurrent(FiscalYear year)
    {
        var named = Bounds().Match(Passage.Text.Fold()).Groups;
        var era = named["later"].Length > 0 ? named["later"].Value : named["era"].Value;
        return FiscalYear.TryParse(named["era"].Value + named["from"].Value, out var first) && first <= year
            && FiscalYear.TryParse(era + named["to"].Value, out var last) && year <= last;
    }

    [GeneratedRegex("^第[0-9一二三四五]+段階")]
    private static partial Regex Stage();

    [GeneratedRegex("(?<era>平成|令和|)(?<from>[0-9]+|元)(?:年度?)?[~〜～-](?<later>平成|令和|)(?<to>[0-9]+|元)年度")]
    private static partial Regex Bounds();
}
