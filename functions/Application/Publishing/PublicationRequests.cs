using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Publishing;

/// <summary>The result of a request to publish now (今すぐ公開).</summary>
public abstract record PublicationRequestOutcome
{
    private PublicationRequestOutcome()
    {
    }

    /// <summary>The publication is waiting to run. An earlier request that is still waiting is returned instead of a new one.</summary>
    public sealed record Requested(Publication Publication) : PublicationRequestOutcome;

    /// <summary>
    /// A hold is set because an earlier publication was restored. Nothing new is published until the coordinator lifts the hold.
    /// </summary>
    public sealed record Held(Hold Hold) : PublicationRequestOutcome;

    /// <summary>No reporting year is released for publication.</summary>
    public sealed record NothingReleased : PublicationRequestOutcome;
}

/// <summary>
/// Lets a person request a publication. Checks first whether a restore has set a hold, or whether no reporting year is released yet, so
/// that the person learns immediately why nothing can be published. A refused request is not stored.
/// </summary>
public sealed class PublicationRequests(Publisher publisher, HoldStore holds, YearStore years)
{
    public async Task<PublicationRequestOutcome> RequestAsync(string who, CancellationToken cancellation)
    {
        if (await holds.FindAsync(cancellation) is { } hold)
            return new PublicationRequestOutcome.Held(hold);
        if ((await years.ReleasedAsync(cancellation)).Count == 0)
            return new PublicationRequestOutcome.NothingReleased();
        return new PublicationRequestOutcome.Requested(await publisher.RequestOrJoinAsync(Triggers.Request, who, cancellation));
    }
}
