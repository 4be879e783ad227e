namespace KawasakiServerless.Domain;

/// <summary>What the rows of publications say about the live site.</summary>
public static class LiveHistory
{
    /// <summary>
    /// The publication that worked on the live site last. Whatever began after the last live one may have written half of another site,
    /// and the one asked for last need not have run last.
    /// </summary>
    public static Publication? LastAtWork(this IEnumerable<Publication> history, Publication except) => history
        .Where(p => p.Id != except.Id && p.StartedAt is not null && p.State is not (PublicationState.Unchanged or PublicationState.Held))
        .MaxBy(p => p.StartedAt);

    /// <summary>
    /// When the next one starts: now, and after all before it whatever a clock said then. Which came last is told by this.
    /// </summary>
    public static DateTimeOffset After(this IEnumerable<Publication> history, DateTimeOffset now) =>
        history.Max(p => p.StartedAt) is { } last && last >= now ? last.AddMilliseconds(1) : now;

    /// <summary>
    /// The manifests that were live, the latest first, each once. Of those made from the same the latest stands for all: a purge or a
    /// repair made the site anew.
    /// </summary>
    public static IEnumerable<string> LiveManifests(this IEnumerable<Publication> history) => history
        .Where(p => p is { State: PublicationState.Live, Manifest: not null }).OrderByDescending(p => p.StartedAt)
        .DistinctBy(p => p.Fingerprint ?? p.Id, StringComparer.Ordinal).Select(p => p.Manifest!).Distinct(StringComparer.Ordinal);

    public static bool HasEnded(this Publication publication) =>
        publication.State is not (PublicationState.Requested or PublicationState.Running);
}
