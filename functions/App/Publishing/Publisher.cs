using KawasakiServerless.Functions.Hosting;
using KawasakiServerless.Site;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Functions.Publishing;

/// <summary>Why a publication runs. Only the nightly run looks at the live site when the inputs are unchanged.</summary>
public static class Triggers
{
    public const string Nightly = "nightly", Request = "request", Command = "command";
}

/// <summary>Publishes the released report: composes it, renders the site, and writes what differs from what the live site really holds.</summary>
public sealed class Publisher(
    CityStorage storage, PublicationStore publications, ReleasedReport released, LiveSiteWriter writer, SiteOptions site, TimeProvider time, ILogger<Publisher> log)
{
    /// <summary>Records that a publication is wanted. <see cref="RunAsync"/> does it, here or, if this process dies, in the next sweep.</summary>
    public Task<Publication> RequestAsync(string trigger, string who, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return publications.AddAsync(new(PublicationStore.NewId(now), PublicationState.Requested, trigger, who, now, null), cancellation);
    }

    /// <summary>Requests and runs.</summary>
    public async Task<Publication> PublishAsync(string trigger, string who, CancellationToken cancellation) =>
        await RunAsync(await RequestAsync(trigger, who, cancellation), cancellation);

    /// <summary>Runs a requested publication; leaves it requested when another publisher is at work, for the next sweep.</summary>
    public async Task<Publication> RunAsync(Publication requested, CancellationToken cancellation)
    {
        await using var publishLock = await PublishLock.TryTakeAsync(storage, time, cancellation);
        if (publishLock is null || await publications.FindAsync(requested.Id, cancellation) is not { } latest || HasEnded(latest))
            return requested;
        var running = await publications.UpdateAsync(latest with { State = PublicationState.Running, StartedAt = time.GetUtcNow() }, cancellation);
        log.LogInformation("Publication {Publication} started by {Trigger}", running.Id, running.Trigger);
        var ended = await AttemptAsync(running, publishLock, cancellation);
        log.LogInformation(
            "Publication {Publication} {State}: {Rendered} rendered, {Written} written, {Removed} removed", ended.Id, ended.State, ended.Rendered, ended.Written, ended.Removed);
        return await publications.UpdateAsync(ended with { FinishedAt = time.GetUtcNow() }, cancellation);
    }

    /// <summary>Runs what was asked for before a time and has not ended.</summary>
    public async Task<IReadOnlyList<Publication>> RunUnfinishedAsync(DateTimeOffset requestedBefore, CancellationToken cancellation)
    {
        var ended = new List<Publication>();
        var unfinished = (await publications.HistoryAsync(cancellation))
            .Where(p => !HasEnded(p) && p.RequestedAt <= requestedBefore);
        foreach (var publication in unfinished.Reverse())
            ended.Add(await RunAsync(publication, cancellation));
        return ended;
    }

    private async Task<Publication> AttemptAsync(Publication running, PublishLock publishLock, CancellationToken cancellation)
    {
        try
        {
            return await ReleasedAsync(running, publishLock, cancellation);
        }
        catch (Exception failure) when (failure is PublishLockLostException or InvalidDataException || StorageFailure.Of(failure) is not null)
        {
            log.LogError(failure, "Publication {Publication} failed", running.Id);
            return running with { State = PublicationState.Failed, Message = StorageFailure.Of(failure) is { } storageFailure ? storageFailure.ErrorCode : failure.Message };
        }
    }

    private async Task<Publication> ReleasedAsync(Publication running, PublishLock publishLock, CancellationToken cancellation)
    {
        var inputs = await released.InputsAsync(cancellation);
        if (inputs is null)
            return running with { State = PublicationState.Failed, Message = "No reporting year is released." };
        var fingerprint = inputs.Fingerprint(site);
        if (running.Trigger != Triggers.Nightly && await IsLiveAsync(fingerprint, cancellation))
            return running with { State = PublicationState.Unchanged, Fingerprint = fingerprint };
        var report = await released.ComposeAsync(inputs, cancellation);
        var files = await SiteRenderer.RenderAsync(report, site, cancellation);
        var written = await writer.WriteAsync(running.Id, files, publishLock, cancellation);
        return running with { State = PublicationState.Live, Fingerprint = fingerprint, Rendered = files.Count, Written = written.Written, Removed = written.Removed };
    }

    private static bool HasEnded(Publication publication) => publication.State is not (PublicationState.Requested or PublicationState.Running);

    private async Task<bool> IsLiveAsync(string fingerprint, CancellationToken cancellation)
    {
        var last = (await publications.HistoryAsync(cancellation))
            .FirstOrDefault(p => p.State is PublicationState.Live or PublicationState.Failed);
        return last is { State: PublicationState.Live } && last.Fingerprint == fingerprint;
    }
}
