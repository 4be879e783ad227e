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

    /// <summary>The publication is waiting to run. It may be an earlier request that was still waiting.</summary>
    public sealed record Requested(Publication Publication) : PublicationRequestOutcome;

    /// <summary>An earlier publication was restored, so nothing new is published until the hold is lifted.</summary>
    public sealed record Held(Hold Hold) : PublicationRequestOutcome;

    /// <summary>No reporting year is released.</summary>
    public sealed record NothingReleased : PublicationRequestOutcome;
}

/// <summary>Requests publications for a person. A refusal stores no row; the person immediately learns what to do first.</summary>
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
