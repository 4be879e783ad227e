namespace KawasakiServerless.Domain;

/// <summary>Derives the history of the live site from the rows of publications.</summary>
public static class LiveHistory
{
    /// <summary>
    /// Returns the publication that most recently worked on the live site. A publication that started after the last live one may have
    /// written part of another site, and the most recently requested one is not necessarily the one that ran last.
    /// </summary>
    public static Publication? LastAtWork(this IEnumerable<Publication> history, Publication except) => history
        .Where(p => p.Id != except.Id && p.StartedAt is not null && p.State is not (PublicationState.Unchanged or PublicationState.Held))
        .MaxBy(p => p.StartedAt);

    /// <summary>
    /// Returns the start time of the next publication: now, but later than all earlier start times even if the clock was wrong then,
    /// because start times define the order of publications.
    /// </summary>
    public static DateTimeOffset After(this IEnumerable<Publication> history, DateTimeOffset now) =>
        history.Max(p => p.StartedAt) is { } last && last >= now ? last.AddMilliseconds(1) : now;

    /// <summary>
    /// Returns the manifests that were live, latest first, without duplicates. Of several with the same inputs only the latest is returned,
    /// because a purge or a repair has rebuilt the site.
    /// </summary>
    public static IEnumerable<string> LiveManifests(this IEnumerable<Publication> history) => history
        .Where(p => p is { State: PublicationState.Live, Manifest: not null }).OrderByDescending(p => p.StartedAt)
        .DistinctBy(p => p.Fingerprint ?? p.Id, StringComparer.Ordinal).Select(p => p.Manifest!).Distinct(StringComparer.Ordinal);

    public static bool HasEnded(this Publication publication) =>
        publication.State is not (PublicationState.Requested or PublicationState.Running);
}
