namespace KawasakiServerless.Domain.Tests.Publications;

internal static class Published
{
    public static readonly DateTimeOffset Noon = new(2018, 8, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>A publication of an hour of that day, started at it; null for one that never started.</summary>
    public static Publication At(int hour, PublicationState state, string? manifest = null, string? fingerprint = "old",
        string trigger = Triggers.Request, int? startedAt = -1) =>
        new($"p{hour}", state, trigger, "a test", Noon.AddHours(hour), fingerprint)
        {
            StartedAt = startedAt == -1 ? Noon.AddHours(hour) : startedAt is { } later ? Noon.AddHours(later) : null,
            Manifest = manifest,
        };
}
