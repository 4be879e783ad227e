namespace KawasakiServerless.Domain;

/// <summary>Determines from the rows of all publications which of them wrote to the live site, and in which order.</summary>
public static class LiveHistory
{
    /// <summary>
    /// Of all publications that may have written to the live site, except the given one, returns the one that started last; null if there
    /// is none. It need not be the last one in state Live, because a failed publication may have written some of its files. It need not be
    /// the last one requested either, because publications do not always run in the order of their requests. Publications in the state Held
    /// are left out: they only repair files of the site that a restore, which is in the history too, has put back.
    /// </summary>
    public static Publication? LastAtWork(this IEnumerable<Publication> history, Publication except) => history
        .Where(p => p.Id != except.Id && p.StartedAt is not null && p.State is not (PublicationState.Unchanged or PublicationState.Held))
        .MaxBy(p => p.StartedAt);

    /// <summary>
    /// Returns the start time for the next publication: now or, if the latest stored start time is not earlier because a clock was ahead,
    /// one millisecond after that time. Start times must increase, because they define the order of publications.
    /// </summary>
    public static DateTimeOffset After(this IEnumerable<Publication> history, DateTimeOffset now) =>
        history.Max(p => p.StartedAt) is { } last && last >= now ? last.AddMilliseconds(1) : now;

    /// <summary>
    /// Returns the ids of the manifests (the stored lists of the site's files) that were live, latest first, without duplicates. Of several
    /// publications with the same fingerprint (the hash of the site's inputs), only the latest is considered, because each later one, such
    /// as a purge or a repair, wrote the same site again.
    /// </summary>
    public static IEnumerable<string> LiveManifests(this IEnumerable<Publication> history) => history
        .Where(p => p is { State: PublicationState.Live, Manifest: not null }).OrderByDescending(p => p.StartedAt)
        .DistinctBy(p => p.Fingerprint ?? p.Id, StringComparer.Ordinal).Select(p => p.Manifest!).Distinct(StringComparer.Ordinal);

    public static bool HasEnded(this Publication publication) =>
        publication.State is not (PublicationState.Requested or PublicationState.Running);
}
