using KawasakiServerless.Storage.Audit;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Functions.Publishing;

/// <summary>What became of the wish to put a publication back.</summary>
public abstract record RestoreOutcome
{
    private RestoreOutcome()
    {
    }

    /// <summary>It is under way, and nothing else publishes.</summary>
    public sealed record Requested(Publication Publication) : RestoreOutcome;

    public sealed record Unknown : RestoreOutcome;

    /// <summary>It never was live, or what it consisted of is no longer kept.</summary>
    public sealed record Gone : RestoreOutcome;
}

/// <summary>Puts an earlier publication back, byte for byte, and holds publishing until the coordinator lifts the hold.</summary>
public sealed class Restoration(
    PublicationStore publications, HoldStore holds, SiteKeeper keeper, ReleasedReport released, ChangeHistory history, GoingLive live, AuditLog audit, TimeProvider time)
{
    /// <summary>Records that a publication is to be put back, and holds. The hold is what counts: without it the row of a caller that died changes nothing.</summary>
    public async Task<RestoreOutcome> RequestAsync(string id, string who, CancellationToken cancellation)
    {
        if (!PublicationStore.IsId(id) || await publications.FindAsync(id, cancellation) is not { } earlier)
            return new RestoreOutcome.Unknown();
        if (earlier.State != PublicationState.Live || await keeper.FindAsync(earlier.Manifest, cancellation) is null)
            return new RestoreOutcome.Gone();
        var now = time.GetUtcNow();
        var restore = new Publication(PublicationStore.NewId(now), PublicationState.Requested, Triggers.Restore, who, now, null) { Restores = id, Manifest = earlier.Manifest };
        // The row first, which does nothing without the hold: no line in the audit tells of a publication that never was.
        var requested = await publications.AddAsync(restore, cancellation);
        await audit.WriteAsync(new($"restore-{restore.Id}", who, "restore", id, now), cancellation);
        await holds.SetAsync(new(requested.Id, id, who, now), cancellation);
        return new RestoreOutcome.Requested(requested);
    }

    /// <summary>Lifts the hold, if one is in force. What is new is published by the next night or the next request.</summary>
    /// <returns>False when another publication was put back at the same moment: its hold stays.</returns>
    public async Task<bool> LiftAsync(string who, CancellationToken cancellation) =>
        await holds.FindAsync(cancellation) is not { } hold || await TryLiftAsync(hold, who, cancellation);

    /// <summary>What could not be put back holds nothing: the site may be half of it, and the next publication is to make it whole.</summary>
    public async Task GiveUpAsync(Publication failed, CancellationToken cancellation)
    {
        if (await holds.FindAsync(cancellation) is { } hold && hold.Publication == failed.Id)
            await TryLiftAsync(hold, hold.Who, cancellation);
    }

    public async Task<Publication> RunAsync(PublicationRun run, Hold? hold, CancellationToken cancellation)
    {
        if (hold?.Publication != run.Row.Id)
            return run.Row with { State = PublicationState.Failed, Message = "The hold was lifted, or another publication was put back, before this one ran." };
        if (await keeper.FindAsync(run.Row.Manifest, cancellation) is not { } kept)
            return run.Row with { State = PublicationState.Failed, Message = $"The manifest of {run.Row.Manifest}, or a content of it, is gone or damaged." };
        await run.EnterAsync(PublicationStage.Composing, cancellation);
        var years = kept.Manifest.Years;
        var reports = await Task.WhenAll(years.Select(year => released.RecomposeAsync(year, now: null, cancellation)));
        var changes = await history.PrepareAsync(run, years, reports, cancellation);
        return await live.GoAsync(run, new(kept, run.Row.Manifest!, PublicationState.Live), changes, cancellation);
    }

    /// <summary>While a hold is in force nothing new is published. The night still repairs what somebody changed by hand in what was put back.</summary>
    public async Task<Publication> StayAsync(PublicationRun run, Hold hold, CancellationToken cancellation)
    {
        var held = run.Row with { State = PublicationState.Held, Message = $"{hold.Restored} was put back; nothing is published until the hold is lifted." };
        if (run.Row.Trigger is not (Triggers.Nightly or Triggers.Purge))
            return held;
        var restore = await publications.FindAsync(hold.Publication, cancellation);
        if (restore is not { State: PublicationState.Live } || await keeper.FindAsync(restore.Manifest, cancellation) is not { } kept)
            return held;
        var stayed = await live.GoAsync(run, new(kept, restore.Manifest!, PublicationState.Held), changes: null, cancellation);
        return stayed with { Message = held.Message };
    }

    private async Task<bool> TryLiftAsync(Hold hold, string who, CancellationToken cancellation)
    {
        await audit.WriteAsync(new($"lift-{hold.Publication}", who, "lift hold", hold.Restored, time.GetUtcNow()), cancellation);
        return await holds.TryLiftAsync(hold, cancellation);
    }
}
