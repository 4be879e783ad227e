using System.Xml;

namespace KawasakiServerless.Site.Readability;

/// <summary>A rule of the national checklist for data that machines read, as a check over an opened file.</summary>
/// <param name="Number">As the checklist of December 2020 counts it: 1-2; 文字コード has none there.</param>
/// <param name="Keeper">Who can keep it: the form is ours, the wording the departments'.</param>
internal sealed record ReadabilityRule(string Number, string Title, RuleKeeper Keeper)
{
    /// <summary>Whether a file of a kind can break it.</summary>
    public Func<FileKind, bool> AppliesTo { get; init; } = _ => true;

    /// <summary>A sentence for each place outside the tables that breaks it.</summary>
    public Func<OpenedFile, IEnumerable<string>> InFile { get; init; } = _ => [];

    /// <summary>A sentence for each place in a table that breaks it.</summary>
    public Func<FileKind, OpenedTable, IEnumerable<string>> InTable { get; init; } = (_, _) => [];
}

internal enum RuleKeeper
{
    Form,
    Wording,
}

/// <summary>What a rule found in a file.</summary>
/// <param name="Applies">Whether a file of this kind can break it.</param>
internal sealed record RuleResult(ReadabilityRule Rule, bool Applies, IReadOnlyList<string> Breaches)
{
    public bool IsKept => Breaches.Count == 0;
}

/// <summary>How much of the rules a file keeps (機械可読性のスコア).</summary>
internal sealed record ReadabilityScore(IReadOnlyList<RuleResult> Results)
{
    private const int Shown = 3;

    public IEnumerable<RuleResult> Applicable => Results.Where(r => r.Applies);

    public int Kept => Applicable.Count(r => r.IsKept);

    /// <summary>In percent of the rules that apply, rounded down: 100 only when all are kept.</summary>
    public int Percent => Kept * 100 / Applicable.Count();

    public static ReadabilityScore Of(OpenedFile file)
    {
        try
        {
            return new([.. ResultsOf(file)]);
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or XmlException)
        {
            return Of(new OpenedFile(file.Name, []));
        }
    }

    // One table after another, so that no two need be open at a time.
    private static IEnumerable<RuleResult> ResultsOf(OpenedFile file)
    {
        var rules = ReadabilityRules.All.Where(r => r.AppliesTo(file.Kind)).ToDictionary(r => r, r => r.InFile(file).Take(Shown).ToList());
        foreach (var table in file.Tables)
            Parallel.ForEach(rules, rule => rule.Value.AddRange(rule.Key.InTable(file.Kind, table).Take(Shown - rule.Value.Count)));
        return ReadabilityRules.All.Select(r => rules.TryGetValue(r, out var breaches) ? new RuleResult(r, true, breaches) : new(r, false, []));
    }
}
