using System.Text.Json.Serialization;

namespace KawasakiServerless.Domain;

/// <summary>The scores of a file for the three levels of machine readability, each out of 100 (機械可読性の点数).</summary>
public sealed record ReadabilityScores(int Level1, int Level2, int Level3)
{
    public const int Full = 100;

    public static ReadabilityScores Perfect { get; } = new(Full, Full, Full);

    /// <summary>The scores in the order of the levels, starting at level 1.</summary>
    [JsonIgnore]
    public IReadOnlyList<int> Levels => [Level1, Level2, Level3];

    /// <param name="broken">The broken rules; a rule that is broken several times counts once.</param>
    public static ReadabilityScores Of(IEnumerable<ReadabilityRule> broken)
    {
        var rules = broken.Distinct().ToList();
        return new(Score(rules, 1), Score(rules, 2), Score(rules, 3));
    }

    private static int Score(List<ReadabilityRule> broken, int level) =>
        Math.Max(0, Full - broken.Where(r => r.Level == level).Sum(r => r.Deduction));
}
