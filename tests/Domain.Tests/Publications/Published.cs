namespace KawasakiServerless.Domain.Tests.Publications;

internal static class Published
{
    public static readonly DateTimeOffset Noon = new(2018, 8, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>
    /// Creates a publication that was requested this many hours after noon. By default it started at once; <paramref name="startedAt"/>
    /// gives another hour at which it started, or null if it never started.
    /// </summary>
    public static Publication At(int hour, PublicationState state, string? manifest = null, string? fingerprint = "old",
        string trigger = Triggers.Request, int? startedAt = -1) =>
        new($"p{hour}", state, trigger, "a test", Noon.AddHours(hour), fingerprint)
        {
            StartedAt = startedAt == -1 ? Noon.AddHours(hour) : startedAt is { } later ? Noon.AddHours(later) : null,
            Manifest = manifest,
        };
}
