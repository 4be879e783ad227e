namespace KawasakiServerless.Domain;

/// <summary>A total and its breakdown in percent (活動統計). The paper gives only the largest shares, so they need not add up to 100.</summary>
public sealed record Statistic(
    string Id, Source Source, string Section, string Name, YearMonth From, YearMonth To, decimal Total, EquatableList<Share> Shares)
    : Record(Id, Source)
{
    /// <summary>What the shares leave unsaid, in percent.</summary>
    public decimal Remainder => Math.Max(0, 100 - Shares.Sum(s => s.Percent));
}

/// <summary>One share of a <see cref="Statistic"/> (内訳): 29.4 for 29.4 %.</summary>
public sealed record Share(string Label, decimal Percent, string? Note);
