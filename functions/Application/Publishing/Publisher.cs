using KawasakiServerless.Application.Telemetry;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Publishing;

/// <summary>
/// Runs publications, one at a time. A publication publishes the current submissions or, while a hold is in force, the earlier publication
/// that the coordinator restored.
/// </summary>
public sealed class Publisher(
    CityStorage storage,
    PublicationStore publications,
    HoldStore holds,
    SitePublisher released,
    Restoration restoration,
    ReplacedPublications replaced,
    CityTelemetry telemetry,
    TimeProvider time,
    ILogger<Publisher> log)
{
    /// <summary>
    /// Called with the table row of a publication that runs in this process, whenever the publication enters another stage or makes
    /// progress in one.
    /// </summary>
    public Action<Publication> Progressed { get; set; } = _ => { };

    /// <summary>
    /// Stores a request for a publication without running it. The caller then calls <see cref="RunAsync"/>; if the process crashes before
    /// that, the sweep (a timer every ten minutes) runs the publication.
    /// </summary>
    public Task<Publication> RequestAsync(string trigger, string who, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return publications.AddAsync(new(PublicationStore.NewId(now), PublicationState.Requested, trigger, who, now, null), cancellation);
    }

    /// <summary>
    /// Stores a request for a publication. If a request with the same trigger is still waiting, returns that one instead, because its
    /// publication will include everything that is current when it starts.
    /// </summary>
    public async Task<Publication> RequestOrJoinAsync(string trigger, string who, CancellationToken cancellation) =>
        PublicationDecisions.Waiting(await publications.HistoryAsync(cancellation), trigger)
            ?? await RequestAsync(trigger, who, cancellation);

    /// <summary>Stores a request for a publication and runs the publication immediately.</summary>
    public async Task<Publication> PublishAsync(string trigger, string who, CancellationToken cancellation) =>
        await RunAsync(await RequestAsync(trigger, who, cancellation), cancellation);

    /// <summary>
    /// Runs a requested publication. If another publisher holds the lock, the publication stays in the state Requested. After a failure
    /// that may be temporary, the publication returns to that state; if more than an hour has passed since its request, it is marked as
    /// failed instead. Any other failure marks it as failed immediately. The next sweep (a timer every ten minutes) runs publications that
    /// are in the state Requested.
    /// </summary>
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
        using var progress = new PublicationTelemetry(latest, telemetry, log, time);
        var run = new PublicationRun(latest, history, publishLock, publications, row => ReportProgress(progress, row));
        try
        {
            return await CarryOutAsync(run, progress, cancellation);
        }
        catch (PublishLockLostException lost)
        {
            // Another process has updated the row and continues this publication, or it has taken the lock just before this process could
            // lift the hold of a failed restore. The row stays as it is; if it has not ended, a later sweep runs the publication again.
            log.LogWarning(lost, "Publication {Publication} was taken over by another process", latest.Id);
            return run.Row;
        }
    }

    /// <summary>
    /// Runs the publications that were requested no later than the given time and have not ended, for example because of a crash.
    /// </summary>
    public async Task<IReadOnlyList<Publication>> RunUnfinishedAsync(DateTimeOffset requestedBefore, CancellationToken cancellation)
    {
        var ended = new List<Publication>();
        var unfinished = (await publications.HistoryAsync(cancellation))
            .Where(p => !p.HasEnded() && p.RequestedAt <= requestedBefore);
        foreach (var publication in unfinished.Reverse())
            ended.Add(await RunAsync(publication, cancellation));
        return ended;
    }

    private void ReportProgress(PublicationTelemetry progress, Publication row)
    {
        progress.ReportProgress(row);
        Progressed(row);
    }

    private async Task<Publication> CarryOutAsync(PublicationRun run, PublicationTelemetry progress, CancellationToken cancellation)
    {
        var end = await AttemptAsync(run, cancellation);
        if (end is PublicationEnd.Delayed or PublicationEnd.Refused)
            log.LogWarning("Publication {Publication} did not complete: {Reason}", run.Row.Id, end);
        var ended = PublicationDecisions.After(run.Row, end, time.GetUtcNow());
        await restoration.GiveUpAsync(run, ended, cancellation);
        progress.End(ended, end);
        await run.UpdateAsync(ended, cancellation);
        return run.Row;
    }

    private async Task<PublicationEnd> AttemptAsync(PublicationRun run, CancellationToken cancellation)
    {
        try
        {
            if (await replaced.FindEndAsync(run, cancellation) is { } end)
                return end;
            await run.UpdateAsync(PublicationDecisions.Begin(run.Row, run.Situation.History, time.GetUtcNow()), cancellation);
            return await WorkAsync(run, await holds.FindAsync(cancellation), cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            // Any failure must end the state Running. Otherwise each sweep (a timer every ten minutes) would fail at this publication
            // again, before it runs later publications and purges.
            log.LogError(failure, "Publication {Publication} failed", run.Row.Id);
            return IsTemporary(failure)
                ? new PublicationEnd.Delayed(Describe(failure))
                : new PublicationEnd.Refused(Describe(failure));
        }
    }

    private Task<PublicationEnd> WorkAsync(PublicationRun run, Hold? hold, CancellationToken cancellation) =>
        PublicationDecisions.Plan(run.Situation, hold) switch
        {
            PublicationPlan.PutBack plan => restoration.PutBackAsync(run, plan, cancellation),
            PublicationPlan.RepairHeld plan => restoration.RepairAsync(run, plan, hold!, cancellation),
            PublicationPlan.End(var row) => Task.FromResult<PublicationEnd>(new PublicationEnd.Reached(row)),
            PublicationPlan.Cancel(var row) => Task.FromResult<PublicationEnd>(new PublicationEnd.Cancelled(row)),
            PublicationPlan.Release => released.PublishAsync(run, cancellation),
            var plan => throw new InvalidOperationException($"{plan} cannot be the first plan of a publication."),
        };

    // The HTTP status codes 409 and 412 mean that another process changed the same data at the same time. The next attempt reads the data
    // again and may succeed.
    private static bool IsTemporary(Exception failure) =>
        failure is PublishLockLostException or StorageException { MayPass: true } or StorageException { Status: 409 or 412 };

    private static string Describe(Exception failure) => failure switch
    {
        StorageException { Code: { } code } => code,
        StorageException or PublishLockLostException or ContentGoneException => failure.Message,
        UnreadableDataException or InvalidDataException or KeyNotFoundException => failure.Message,
        _ => failure.GetType().Name,
    };
}
