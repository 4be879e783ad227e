using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Publishing;

/// <summary>Every publication, and the hold in force.</summary>
/// <param name="History">Newest first.</param>
/// <param name="Hold">Null when nothing is held.</param>
public sealed record PublicationOverview(IReadOnlyList<Publication> History, Hold? Hold)
{
    /// <summary>The one whose site readers see; null before the first.</summary>
    public Publication? Live { get; } = History.Where(p => p is { State: PublicationState.Live, Manifest: not null })
        .MaxBy(p => p.StartedAt);

    /// <summary>Asked for, or running.</summary>
    public Publication? UnderWay { get; } = History.FirstOrDefault(p => !p.HasEnded());

    public Publication? Find(string id) => History.FirstOrDefault(p => p.Id == id);

    /// <summary>Whether it was live and shows something else than what is live now.</summary>
    public bool CanBeRestored(Publication publication) =>
        publication is { State: PublicationState.Live, Manifest: not null } && publication.Manifest != Live?.Manifest;

    /// <summary>What was live before it; null for the first.</summary>
    public Publication? Before(Publication publication) => History
        .Where(p => p is { State: PublicationState.Live, Manifest: not null } && p.StartedAt < publication.StartedAt
            && p.Manifest != publication.Manifest)
        .MaxBy(p => p.StartedAt);
}

/// <summary>Reads the history of publications for people.</summary>
public sealed class PublicationOverviews(PublicationStore publications, HoldStore holds)
{
    public async Task<PublicationOverview> ReadAsync(CancellationToken cancellation) =>
        new(await publications.HistoryAsync(cancellation), await holds.FindAsync(cancellation));
}
