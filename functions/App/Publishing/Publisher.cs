using Azure;
using KawasakiServerless.Functions.Telemetry;
using KawasakiServerless.Site.Readability;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Functions.Publishing;

/// <summary>Why a publication runs. When the inputs are unchanged only the nightly run looks at the live site, and only a purge renders it again.</summary>
public static class Triggers
{
    public const string Nightly = "nightly", Request = "request", Command = "command", Restore = "restore", Purge = "purge";
}

/// <summary>Runs publications, one at a time: what is new, or, while a hold is in force, what the coordinator put back.</summary>
public sealed class Publisher(
    CityStorage storage, PublicationStore publications, HoldStore holds, ReleasedSite released, Restoration restoration, CityTelemetry telemetry, TimeProvider time, ILogger<Publisher> log)
{
    private static readonly TimeSpan TriedAgainFor = TimeSpan.FromHours(1);

    /// <summary>Told whenever a publication of this process has entered another stage, or done some more of one.</summary>
    public Action<Publication> Progressed { get; set; } = _ => { };

    /// <summary>Records that a publication is wanted. <see cref="RunAsync"/> does it, here or, if this process dies, in the next sweep.</summary>
    public Task<Publication> RequestAsync(string trigger, string who, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return publications.AddAsync(new(PublicationStore.NewId(now), PublicationState.Requested, trigger, who, now, null), cancellation);
    }

    /// <summary>Records that a publication is wanted, unless one is waiting already: it will publish what is there when it begins.</summary>
    public async Task<Publication> RequestOrJoinAsync(string trigger, string who, CancellationToken cancellation) =>
        (await publications.HistoryAsync(cancellation)).FirstOrDefault(p => p is { State: PublicationState.Requested, StartedAt: null } && p.Trigger == trigger)
        ?? await RequestAsync(trigger, who, cancellation);

    /// <summary>Requests and runs.</summary>
    public async Task<Publication> PublishAsync(string trigger, string who, CancellationToken cancellation) =>
        await RunAsync(await RequestAsync(trigger, who, cancellation), cancellation);

    /// <summary>Runs a requested publication. It stays requested, for the next sweep, when another publisher is at work or what went wrong may pass.</summary>
    public async Task<Publication> RunAsync(Publication requested, CancellationToken cancellation)
    {
        await using var publishLock = await PublishLock.TryTakeAsync(storage, time, cancellation);
        if (publishLock is null)
            return requested;
        var history = await publications.HistoryAsync(cancellation);
        if (history.FirstOrDefault(p => p.Id == requested.Id) is not { } latest)
            return requested;
        if (latest.HasEnded())
            return latest;
        using var story = new PublicationStory(latest, telemetry, log, time);
        var run = new PublicationRun(latest, publishLock, publications, row => Tell(story, row));
        await run.UpdateAsync(Beginning(latest, history), cancellation);
        var ended = await AttemptAsync(run, cancellation);
        if (ended is { State: PublicationState.Failed, Restores: not null })
            await restoration.GiveUpAsync(ended, cancellation);
        story.End(ended);
        await run.UpdateAsync(ended with { Stage = null, FinishedAt = ended.HasEnded() ? time.GetUtcNow() : null }, cancellation);
        return run.Row;
    }

    /// <summary>Runs what was asked for before a time and has not ended.</summary>
    public async Task<IReadOnlyList<Publication>> RunUnfinishedAsync(DateTimeOffset requestedBefore, CancellationToken cancellation)
    {
        var ended = new List<Publication>();
        var unfinished = (await publications.HistoryAsync(cancellation))
            .Where(p => !p.HasEnded() && p.RequestedAt <= requestedBefore);
        foreach (var publication in unfinished.Reverse())
            ended.Add(await RunAsync(publication, cancellation));
        return ended;
    }

    private void Tell(PublicationStory story, Publication row)
    {
        story.Tell(row);
        Progressed(row);
    }

    private Publication Beginning(Publication publication, IEnumerable<Publication> history) =>
        publication with { State = PublicationState.Running, StartedAt = history.After(time.GetUtcNow()), Rendered = 0, Written = 0, Removed = 0, Message = null };

    private async Task<Publication> AttemptAsync(PublicationRun run, CancellationToken cancellation)
    {
        try
        {
            return await WorkAsync(run, await holds.FindAsync(cancellation), cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            // Whatever it is, the row must not stay running: each sweep would meet the same failure again, and nothing after it would run.
            log.LogError(failure, "Publication {Publication} failed", run.Row.Id);
            return AfterFailure(run.Row, failure);
        }
    }

    private Task<Publication> WorkAsync(PublicationRun run, Hold? hold, CancellationToken cancellation) => run.Row switch
    {
        { Restores: not null } => restoration.RunAsync(run, hold, cancellation),
        _ when hold is not null => restoration.StayAsync(run, hold, cancellation),
        _ => released.PublishAsync(run, cancellation),
    };

    private Publication AfterFailure(Publication row, Exception failure)
    {
        // The site equals it; what it no longer has is taken away by the next night.
        if (row.HasEnded())
            return row with { Message = Describe(failure) };
        var isWorthAnotherTry = IsTemporary(failure) && time.GetUtcNow() - row.RequestedAt < TriedAgainFor;
        return row with { State = isWorthAnotherTry ? PublicationState.Requested : PublicationState.Failed, Message = Describe(failure) };
    }

    // 409 and 412: somebody else wrote to the live site meanwhile; the next run lists it anew.
    private static bool IsTemporary(Exception failure) =>
        failure.IsOutage() || failure is PublishLockLostException or HistoryMovedOnException or SiteUnsettledException or RequestFailedException { Status: 409 or 412 };

    private static string Describe(Exception failure) => failure switch
    {
        RequestFailedException { ErrorCode: { } code } => code,
        PublishLockLostException or HistoryMovedOnException or SiteUnsettledException or GateClosedException or ContentGoneException => failure.Message,
        UnreadableDataException or InvalidDataException or KeyNotFoundException => failure.Message,
        _ => failure.GetType().Name,
    };
}
