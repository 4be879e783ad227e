namespace KawasakiServerless.Site.Readability;

/// <summary>A rule of the national checklist for data that machines read, as a check over an opened file.</summary>
/// <param name="Number">As the checklist of December 2020 counts it: 1-2; 文字コード has none there.</param>
/// <param name="Keeper">Who can keep it: the form is ours, the wording the departments'.</param>
/// <param name="Breaches">A sentence for each place that breaks it; null where the rule does not apply to such a file.</param>
internal sealed record ReadabilityRule(string Number, string Title, RuleKeeper Keeper, Func<OpenedFile, IEnumerable<string>?> Breaches);

internal enum RuleKeeper
{
    Form,
    Wording,
}

/// <summary>What a rule found in a file.</summary>
/// <param name="Applies">Whether a file of this kind can break it.</param>
internal sealed record RuleResult(ReadabilityRule Rule, bool Applies, IReadOnlyList<string> Breaches)
{
    private const int Shown = 3;

    public bool IsKept => Breaches.Count == 0;

    public static RuleResult Of(ReadabilityRule rule, OpenedFile file) =>
        rule.Breaches(file) is { } breaches ? new(rule, true, [.. breaches.Take(Shown)]) : new(rule, false, []);
}

/// <summary>How much of the rules a file keeps (機械可読性のスコア).</summary>
internal sealed record ReadabilityScore(IReadOnlyList<RuleResult> Results)
{
    public IEnumerable<RuleResult> Applicable => Results.Where(r => r.Applies);

    public int Kept => Applicable.Count(r => r.IsKept);

    /// <summary>In percent of the rules that apply, rounded down: 100 only when all are kept.</summary>
    public int Percent => Kept * 100 / Applicable.Count();

    public static ReadabilityScore Of(OpenedFile file) => new([.. ReadabilityRules.All.Select(rule => RuleResult.Of(rule, file))]);
}
