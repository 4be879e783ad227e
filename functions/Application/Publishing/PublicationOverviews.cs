using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Publishing;

/// <summary>All publications, and the hold, which blocks new publications after a restore.</summary>
/// <param name="History">All publications, newest first.</param>
/// <param name="Hold">The hold; null when publishing is not blocked.</param>
public sealed record PublicationOverview(IReadOnlyList<Publication> History, Hold? Hold)
{
    /// <summary>The publication that is live; null when the site was never published.</summary>
    public Publication? Live { get; } = History.Where(p => p is { State: PublicationState.Live, Manifest: not null })
        .MaxBy(p => p.StartedAt);

    /// <summary>The newest publication that is requested or running; null if there is none.</summary>
    public Publication? UnderWay { get; } = History.FirstOrDefault(p => !p.HasEnded());

    public Publication? Find(string id) => History.FirstOrDefault(p => p.Id == id);

    /// <summary>Whether the publication was live once and differs from the one that is live now.</summary>
    public bool CanBeRestored(Publication publication) =>
        publication is { State: PublicationState.Live, Manifest: not null } && publication.Manifest != Live?.Manifest;

    /// <summary>
    /// The publication whose site the given one replaced: of the live publications with another manifest, the last one that started before
    /// it. Null if there is none, or if the given one has not started.
    /// </summary>
    public Publication? Before(Publication publication) => History
        .Where(p => p is { State: PublicationState.Live, Manifest: not null } && p.StartedAt < publication.StartedAt
            && p.Manifest != publication.Manifest)
        .MaxBy(p => p.StartedAt);
}

/// <summary>Reads the history of publications for display.</summary>
public sealed class PublicationOverviews(PublicationStore publications, HoldStore holds)
{
    public async Task<PublicationOverview> ReadAsync(CancellationToken cancellation) =>
        new(await publications.HistoryAsync(cancellation), await holds.FindAsync(cancellation));
}
