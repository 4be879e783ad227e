namespace KawasakiServerless.Domain;

/// <summary>An indicator that a submission of the department contained, for any reporting year.</summary>
/// <param name="NameHash">A short hash of its name and group, by which it is recognized when it returns. A purged name cannot be restored
/// from it.</param>
public sealed record KnownIndicator(string Id, string NameHash)
{
    private const int HashLength = 8;

    public string Initiative => Id[..Id.LastIndexOf('-')];

    public static KnownIndicator Of(Indicator indicator) => new(indicator.Id, HashOf(indicator));

    public static string HashOf(Indicator indicator) =>
        Sha256.HexOf($"{indicator.Name.Fold()}\n{indicator.Group.Fold()}")[..HashLength];

    /// <summary>Parses what <see cref="ToString"/> returned.</summary>
    public static KnownIndicator Parse(string text) => text.Split(':') is [var id, var hash]
        ? new(id, hash)
        : throw new FormatException($"{text} is not a known indicator.");

    public override string ToString() => $"{Id}:{NameHash}";
}
