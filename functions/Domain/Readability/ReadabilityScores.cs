using System.Text.Json.Serialization;

namespace KawasakiServerless.Domain;

/// <summary>The three scores of a file, each of 100 (機械可読性の点数).</summary>
public sealed record ReadabilityScores(int Level1, int Level2, int Level3)
{
    public const int Full = 100;

    public static ReadabilityScores Perfect { get; } = new(Full, Full, Full);

    /// <summary>Level by level, from 1.</summary>
    [JsonIgnore]
    public IReadOnlyList<int> Levels => [Level1, Level2, Level3];

    /// <param name="broken">Each rule counts once, however often it is broken.</param>
    public static ReadabilityScores Of(IEnumerable<ReadabilityRule> broken)
    {
        var rules = broken.Distinct().ToList();
        return new(Score(rules, 1), Score(rules, 2), Score(rules, 3));
    }

    private static int Score(List<ReadabilityRule> broken, int level) =>
        Math.Max(0, Full - broken.Where(r => r.Level == level).Sum(r => r.Deduction));
}
