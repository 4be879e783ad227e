using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Telemetry;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Audit;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Purges;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Purging;

/// <summary>
/// Removes personal data that was uploaded by mistake (個人情報の抹消): first from the submissions, then from the published data derived from
/// them, then from the live site by a new publication. Finally deletes the stored file contents that no stored publication needs any more,
/// and old blob versions that the storage account may have kept. After a crash at any point, the next sweep (a timer every ten minutes)
/// resumes the purge.
/// </summary>
public sealed class Purger(
    CityStorage storage,
    PurgeStore purges,
    SubmissionPurge submissions,
    PublicationPurge published,
    YearStore years,
    Publisher publisher,
    Retention retention,
    EarlierVersions copies,
    AuditLog audit,
    TimeProvider time,
    ILogger<Purger> log)
{
    private const int MostTurns = 6;

    internal static readonly TimeSpan TurnsApart = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Stores a request for a purge without running it. The caller then calls <see cref="RunSoonAsync"/>; if the process crashes before
    /// that, the sweep (a timer every ten minutes) runs the purge.
    /// </summary>
    /// <param name="what">The id of a submission, or the 管理番号 of a record. The indicators of an initiative are purged together with the
    /// initiative.</param>
    /// <param name="who">The name of the coordinator.</param>
    /// <param name="cancellation">Cancellation takes effect only before anything is stored.</param>
    /// <returns>The purge; if the same one was requested before and has not ended, that one. Null when no such submission or record exists,
    /// or when it is already purged.</returns>
    public async Task<Purge?> RequestAsync(string what, string who, CancellationToken cancellation)
    {
        if ((await purges.UnfinishedAsync(cancellation)).FirstOrDefault(p => p.What == what) is { } same)
            return same;
        if (!await submissions.IsKnownAsync(what, cancellation))
            return null;
        var now = time.GetUtcNow();
        return await purges.AddAsync(new(PublicationStore.NewId(now), PurgeState.Requested, what, who, now), cancellation);
    }

    /// <summary>Every purge, newest first.</summary>
    public Task<IReadOnlyList<Purge>> HistoryAsync(CancellationToken cancellation) => purges.HistoryAsync(cancellation);

    public Task<Purge?> FindAsync(string id, CancellationToken cancellation) => purges.FindAsync(id, cancellation);

    /// <summary>
    /// Runs a purge. While a publication is running, or a submission of the affected department is being processed, the purge stays in the
    /// state Requested, and the next sweep (a timer every ten minutes) tries again.
    /// </summary>
    public async Task<Purge> RunAsync(Purge requested, CancellationToken cancellation)
    {
        if (await purges.FindAsync(requested.Id, cancellation) is not { State: PurgeState.Requested } purge)
            return requested;
        using var activity = CityTelemetry.Activities.StartActivity("purge")?.SetTag("purge.id", purge.Id);
        log.LogInformation("Purge {Purge} of {What} started", purge.Id, purge.What);
        var left = await RemoveAsync(purge, cancellation);
        if (left is not null)
            return await UpdateAsync(purge with { Message = left }, cancellation);
        // The audit entry names the purged id but not the content that was removed.
        await audit.WriteAsync(new($"purge-{purge.Id}", purge.Who, "purge", purge.What, purge.RequestedAt), cancellation);
        return await UpdateAsync(await EndAsync(purge, cancellation), cancellation);
    }

    /// <summary>
    /// Runs a purge and retries for a while, because a person waits for the result. A publication or submission that blocks the purge
    /// usually ends within seconds, while the next sweep (the timer that retries purges) may be ten minutes away.
    /// </summary>
    public async Task RunSoonAsync(Purge requested, CancellationToken cancellation)
    {
        for (var turn = 1; (await RunAsync(requested, cancellation)).State == PurgeState.Requested && turn < MostTurns; turn++)
            await Task.Delay(TurnsApart, time, cancellation);
    }

    /// <summary>Runs all purges that have not ended, for example because of a crash.</summary>
    public async Task<IReadOnlyList<Purge>> RunUnfinishedAsync(CancellationToken cancellation)
    {
        List<Purge> ended = [];
        foreach (var purge in await purges.UnfinishedAsync(cancellation))
            ended.Add(await TryRunAsync(purge, cancellation));
        return ended;
    }

    // Another process that runs the same purge may have changed the row in the meantime. If the row still says Requested and the new state
    // is a final one, the new state is written over that change. Otherwise the change of the other process stays and is returned.
    private async Task<Purge> UpdateAsync(Purge purge, CancellationToken cancellation)
    {
        while (true)
        {
            if (await purges.UpdateAsync(purge, cancellation) is Written<Purge>(var written))
                return written;
            var found = await purges.FindAsync(purge.Id, cancellation);
            if (found is not { State: PurgeState.Requested } || purge.State == PurgeState.Requested)
                return found ?? purge;
            purge = purge with { Version = found.Version };
        }
    }

    // A failed purge must block neither the other purges nor the nightly run. A temporary failure of storage is not caught; it ends the
    // sweep (the timer function that resumes purges), and the next sweep tries again.
    private async Task<Purge> TryRunAsync(Purge purge, CancellationToken cancellation)
    {
        try
        {
            return await RunAsync(purge, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested && failure is not StorageException { MayPass: true })
        {
            log.LogError(failure, "Purge {Purge} of {What} failed; the next sweep will retry it", purge.Id, purge.What);
            return purge;
        }
    }

    private async Task<Purge> EndAsync(Purge purge, CancellationToken cancellation)
    {
        try
        {
            var left = await copies.RemoveAsync(cancellation);
            log.LogInformation("Purge {Purge} of {What} done", purge.Id, purge.What);
            var message = left == 0 ? null : $"The account keeps {left} deleted blobs until their retention ends.";
            return purge with { State = PurgeState.Done, FinishedAt = time.GetUtcNow(), Message = message };
        }
        catch (StorageException refused) when (refused.Status is 403 or 409)
        {
            log.LogError(
                refused, "Purge {Purge} of {What}: storage refused to remove the account's earlier versions", purge.Id, purge.What);
            return purge with
            {
                Message = $"Everything is removed except the account's earlier versions: storage refused to remove them ({refused.Code}).",
            };
        }
    }

    /// <returns>Why the purge cannot be completed yet; null when the data was removed.</returns>
    private async Task<string?> RemoveAsync(Purge purge, CancellationToken cancellation)
    {
        await using (var publishLock = await PublishLock.TryTakeAsync(storage, time, cancellation))
        {
            if (publishLock is null)
                return "A publication is running; the purge continues when it has ended.";
            switch (await submissions.RunAsync(purge, cancellation))
            {
                case SubmissionPurgeOutcome.Waiting(var id):
                    return $"Submission {id} is still being processed; the purge continues when it has ended.";
                case SubmissionPurgeOutcome.Emptied(var emptied):
                    await published.RunAsync(purge, emptied, cancellation);
                    break;
            }
        }

        return await PublishAsync(purge, cancellation) ?? await SweepAsync(cancellation)
            ?? (await submissions.WasUploadedAgainAsync(purge, cancellation)
                ? "A new submission may contain the data; the purge continues with it."
                : null);
    }

    private async Task<string?> PublishAsync(Purge purge, CancellationToken cancellation)
    {
        if ((await years.ReleasedAsync(cancellation)).Count == 0)
            return null;
        var publication = await publisher.PublishAsync(Triggers.Purge, purge.Who, cancellation);
        // A Live publication with a message could not delete all superfluous files of the live site. A Held publication without a manifest
        // could not verify the live site, or could not delete all superfluous files. In all these cases the data may still be public.
        return publication is { State: PublicationState.Live, Message: null } or { State: PublicationState.Held, Manifest: not null }
            ? null
            : $"Publication {publication.Id} {publication.State}: {publication.Message}";
    }

    private async Task<string?> SweepAsync(CancellationToken cancellation) =>
        await retention.TrySweepAsync(TimeSpan.Zero, cancellation) is null
            ? "A publication is running; the purge continues when it has ended."
            : null;
}
