using Azure;
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
    CityStorage storage,
    PublicationStore publications,
    ReleasedReport released,
    ChangeHistory history,
    LiveSiteWriter writer,
    SiteOptions site,
    TimeProvider time,
    ILogger<Publisher> log)
{
    private static readonly TimeSpan TriedAgainFor = TimeSpan.FromHours(1);

    /// <summary>Records that a publication is wanted. <see cref="RunAsync"/> does it, here or, if this process dies, in the next sweep.</summary>
    public Task<Publication> RequestAsync(string trigger, string who, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return publications.AddAsync(new(PublicationStore.NewId(now), PublicationState.Requested, trigger, who, now, null), cancellation);
    }

    /// <summary>Requests and runs.</summary>
    public async Task<Publication> PublishAsync(string trigger, string who, CancellationToken cancellation) =>
        await RunAsync(await RequestAsync(trigger, who, cancellation), cancellation);

    /// <summary>Runs a requested publication. It stays requested, for the next sweep, when another publisher is at work or what went wrong may pass.</summary>
    public async Task<Publication> RunAsync(Publication requested, CancellationToken cancellation)
    {
        await using var publishLock = await PublishLock.TryTakeAsync(storage, time, cancellation);
        if (publishLock is null || await publications.FindAsync(requested.Id, cancellation) is not { } latest)
            return requested;
        if (HasEnded(latest))
            return latest;
        var running = await publications.UpdateAsync(latest with { State = PublicationState.Running, StartedAt = time.GetUtcNow() }, cancellation);
        log.LogInformation("Publication {Publication} started by {Trigger}", running.Id, running.Trigger);
        var ended = await AttemptAsync(running, publishLock, cancellation);
        log.LogInformation(
            "Publication {Publication} {State}: {Rendered} rendered, {Written} written, {Removed} removed", ended.Id, ended.State, ended.Rendered, ended.Written, ended.Removed);
        return await publications.UpdateAsync(HasEnded(ended) ? ended with { FinishedAt = time.GetUtcNow() } : ended, cancellation);
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
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            // Whatever it is, the row must not stay running: each sweep would meet the same failure again, and nothing after it would run.
            log.LogError(failure, "Publication {Publication} failed", running.Id);
            var isWorthAnotherTry = IsTemporary(failure) && time.GetUtcNow() - running.RequestedAt < TriedAgainFor;
            return running with { State = isWorthAnotherTry ? PublicationState.Requested : PublicationState.Failed, Message = Describe(failure) };
        }
    }

    // 409 and 412: somebody else wrote to the live site meanwhile; the next run lists it anew.
    private static bool IsTemporary(Exception failure) =>
        failure.IsOutage() || failure is PublishLockLostException or HistoryMovedOnException or RequestFailedException { Status: 409 or 412 };

    private static string Describe(Exception failure) => failure switch
    {
        RequestFailedException { ErrorCode: { } code } => code,
        PublishLockLostException or HistoryMovedOnException or InvalidDataException or KeyNotFoundException => failure.Message,
        _ => failure.GetType().Name,
    };

    private async Task<Publication> ReleasedAsync(Publication running, PublishLock publishLock, CancellationToken cancellation)
    {
        var inputs = await released.InputsAsync(cancellation);
        if (inputs is null)
            return running with { State = PublicationState.Failed, Message = "No reporting year is released." };
        var fingerprint = inputs.Fingerprint(site);
        if (running.Trigger != Triggers.Nightly && await IsLiveAsync(running, fingerprint, cancellation))
            return running with { State = PublicationState.Unchanged, Fingerprint = fingerprint };
        var input = await released.ComposeAsync(inputs, cancellation);
        var changes = await history.PrepareAsync(running, inputs, input, cancellation);
        var files = await SiteRenderer.RenderAsync(input with { History = changes.History }, site, cancellation);
        var written = await writer.WriteAsync(running.Id, files, publishLock, cancellation);
        publishLock.EnsureHeld();
        await history.CommitAsync(changes, cancellation);
        return running with { State = PublicationState.Live, Fingerprint = fingerprint, Rendered = files.Count, Written = written.Written, Removed = written.Removed };
    }

    private static bool HasEnded(Publication publication) => publication.State is not (PublicationState.Requested or PublicationState.Running);

    // Whatever began after the last live publication may have written half of another site, and the one asked for last need not have run last.
    private async Task<bool> IsLiveAsync(Publication running, string fingerprint, CancellationToken cancellation)
    {
        var last = (await publications.HistoryAsync(cancellation))
            .Where(p => p.Id != running.Id && p.StartedAt is not null && p.State != PublicationState.Unchanged).MaxBy(p => p.StartedAt);
        return last is { State: PublicationState.Live } && last.Fingerprint == fingerprint;
    }
}
