using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Publishing;

/// <summary>What became of the wish to publish now (今すぐ公開).</summary>
public abstract record PublicationRequestOutcome
{
    private PublicationRequestOutcome()
    {
    }

    /// <summary>It waits to be run, or one that waited already stands for it.</summary>
    public sealed record Requested(Publication Publication) : PublicationRequestOutcome;

    /// <summary>An earlier publication was put back, and nothing new is published until the hold is lifted.</summary>
    public sealed record Held(Hold Hold) : PublicationRequestOutcome;

    /// <summary>No reporting year is released.</summary>
    public sealed record NothingReleased : PublicationRequestOutcome;
}

/// <summary>Asks for publications on behalf of a person. A refusal leaves no row: it says at once what to do first.</summary>
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
