using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Audit;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Publishing;

/// <summary>The result of a request to restore a publication.</summary>
public abstract record RestoreOutcome
{
    private RestoreOutcome()
    {
    }

    /// <summary>The restore is requested, and a hold is set: nothing else is published until the coordinator lifts the hold.</summary>
    public sealed record Requested(Publication Publication) : RestoreOutcome;

    public sealed record Unknown : RestoreOutcome;

    /// <summary>The publication was never live, or its contents were deleted.</summary>
    public sealed record Gone : RestoreOutcome;

    /// <summary>Another restore was requested, or the hold was lifted, since the person looked. Nothing is restored.</summary>
    /// <param name="Now">The hold that is in force now; null for none.</param>
    public sealed record Overtaken(Hold? Now) : RestoreOutcome;
}

/// <summary>
/// Restores an earlier publication, byte for byte, and sets a hold: nothing new is published until the coordinator lifts the hold.
/// </summary>
public sealed class Restoration(
    PublicationStore publications,
    HoldStore holds,
    HoldLift lift,
    SiteArchive archive,
    ReleasedYearsReader released,
    ChangeHistory history,
    SiteSwitch live,
    AuditLog audit,
    TimeProvider time)
{
    /// <summary>
    /// Stores a request for a restore, then sets the hold: until the coordinator lifts it, other publications at most repair the restored
    /// site. Only the hold makes the request effective: if the process crashes before it sets the hold, the stored request has no effect.
    /// </summary>
    public async Task<RestoreOutcome> RequestAsync(string id, string who, CancellationToken cancellation) =>
        await RequestAsync(id, await holds.FindAsync(cancellation), who, cancellation);

    /// <summary>
    /// Requests a restore, as <see cref="RequestAsync(string, string, CancellationToken)"/> does, if the hold is still the one that the
    /// person has seen.
    /// </summary>
    /// <param name="id">The id of the publication to restore.</param>
    /// <param name="seen">The hold that the person has seen, as <see cref="Hold.Publication"/>; empty if there was none.</param>
    /// <param name="who">The coordinator who requests the restore.</param>
    /// <param name="cancellation">Cancellation takes effect between two steps.</param>
    public async Task<RestoreOutcome> RequestSeenAsync(string id, string seen, string who, CancellationToken cancellation)
    {
        var now = await holds.FindAsync(cancellation);
        return (now?.Publication ?? "") == seen
            ? await RequestAsync(id, now, who, cancellation)
            : new RestoreOutcome.Overtaken(now);
    }

    /// <summary>
    /// Lifts the hold by which a restore blocks new publications; does nothing if there is no hold. The next publication, which the nightly
    /// run or a person starts, then publishes the current data.
    /// </summary>
    /// <returns>False when another publication was restored at the same time, so that its hold stays; otherwise true.</returns>
    public async Task<bool> LiftAsync(string who, CancellationToken cancellation) =>
        await holds.FindAsync(cancellation) is not { } hold || await lift.TryAsync(hold, who, cancellation);

    /// <summary>Lifts the hold that a screen showed, as <see cref="LiftAsync"/> does.</summary>
    /// <param name="seen">Id of the publication that set the hold on the screen, <see cref="Hold.Publication"/>.</param>
    /// <param name="who">The coordinator who lifts the hold.</param>
    /// <param name="cancellation">Cancellation takes effect only before anything is written.</param>
    /// <returns>False when another publication was restored since the screen was opened, so that its hold stays; otherwise true.</returns>
    public async Task<bool> LiftSeenAsync(string seen, string who, CancellationToken cancellation) =>
        await holds.FindAsync(cancellation) is not { } hold
        || (hold.Publication == seen && await lift.TryAsync(hold, who, cancellation));

    /// <summary>
    /// If the publication is a restore that has failed, lifts the hold with which it blocks new publications, so that the next publication
    /// can repair the site, which may be restored only in part. Otherwise does nothing.
    /// </summary>
    /// <exception cref="PublishLockLostException">Another process has taken over the restore and needs the hold.</exception>
    public async Task GiveUpAsync(PublicationRun run, Publication ended, CancellationToken cancellation)
    {
        if (ended.Restores is null || await holds.FindAsync(cancellation) is not { } hold || !RestoreDecisions.LiftsHold(ended, hold))
            return;
        await run.Lock.ConfirmAsync(cancellation);
        await lift.TryAsync(hold, hold.Who, cancellation);
    }

    public async Task<PublicationEnd> PutBackAsync(PublicationRun run, PublicationPlan.PutBack plan, CancellationToken cancellation)
    {
        if (await archive.FindAsync(plan.Manifest, cancellation) is not { } kept)
            return new PublicationEnd.Refused($"The manifest of {plan.Manifest} or one of its contents is missing or damaged.");
        await run.EnterAsync(PublicationStage.Composing, cancellation);
        var years = kept.Manifest.Years;
        var reports = await Task.WhenAll(years.Select(year => released.RecomposeAsync(year, now: null, cancellation)));
        var numbered = await history.NumberedAsync(cancellation);
        return await history.PrepareAsync(run, numbered, new(years, reports), cancellation) is { } changes
            ? await live.SwitchAsync(run, new(kept, plan.Manifest, PublicationState.Live), changes, cancellation)
            : ChangeHistory.HistoryChanged;
    }

    /// <summary>
    /// Writes those files of the restored site again that differ on the live site, for example because somebody has changed them manually.
    /// The nightly run and purges do this even while the hold blocks new publications.
    /// </summary>
    public async Task<PublicationEnd> RepairAsync(
        PublicationRun run, PublicationPlan.RepairHeld plan, Hold hold, CancellationToken cancellation)
    {
        if (await archive.FindAsync(plan.Manifest, cancellation) is not { } kept)
            return new PublicationEnd.Reached(PublicationDecisions.Held(run.Row, hold));
        var end = await live.SwitchAsync(run, new(kept, plan.Manifest, PublicationState.Held), changes: null, cancellation);
        return end switch
        {
            PublicationEnd.Reached(var stayed) => new PublicationEnd.Reached(PublicationDecisions.Held(stayed, hold)),
            // The row has ended although SwitchAsync did not succeed: this is the publication of a purge, whose row SwitchAsync updates
            // before it deletes the files that are not in the manifest, and some of them could not be deleted. The row gets no manifest,
            // so that it does not claim that the live site equals a manifest. The purge sees this and does not end yet.
            _ when run.Row.HasEnded() => new PublicationEnd.Reached(PublicationDecisions.Held(run.Row with { Manifest = null }, hold)),
            _ => end,
        };
    }

    private async Task<RestoreCandidate?> FindAsync(string id, CancellationToken cancellation) =>
        PublicationStore.IsId(id) && await publications.FindAsync(id, cancellation) is { } earlier
            ? new(earlier, IsKept: await archive.FindAsync(earlier.Manifest, cancellation) is not null)
            : null;

    /// <param name="id">The id of the publication to restore.</param>
    /// <param name="now">The hold in force, which the hold of this restore replaces; null for none.</param>
    /// <param name="who">The coordinator who requests the restore.</param>
    /// <param name="cancellation">Cancellation takes effect between two steps.</param>
    private async Task<RestoreOutcome> RequestAsync(string id, Hold? now, string who, CancellationToken cancellation)
    {
        var earlier = await FindAsync(id, cancellation);
        return RestoreDecisions.Decide(earlier) switch
        {
            RestoreDecision.Unknown => new RestoreOutcome.Unknown(),
            RestoreDecision.Gone => new RestoreOutcome.Gone(),
            RestoreDecision.Possible => await RequestAsync(RestoreOf(earlier!.Publication, who), now, cancellation),
        };
    }

    private Publication RestoreOf(Publication earlier, string who)
    {
        var now = time.GetUtcNow();
        return new(PublicationStore.NewId(now), PublicationState.Requested, Triggers.Restore, who, now, null)
        {
            Restores = earlier.Id,
            Manifest = earlier.Manifest,
        };
    }

    private async Task<RestoreOutcome> RequestAsync(Publication restore, Hold? now, CancellationToken cancellation)
    {
        var (who, restores, when) = (restore.RequestedBy, restore.Restores!, restore.RequestedAt);
        // The row has no effect until the hold is set. The row is written before the audit entry, so that no audit entry names a
        // publication that does not exist.
        var requested = await publications.AddAsync(restore, cancellation);
        var entry = new AuditEntry($"restore-{restore.Id}", who, "restore", restores, when);
        var written = await audit.AddAsync(entry, cancellation);
        if (await holds.TrySetAsync(new(requested.Id, restores, who, when), now, cancellation))
            return new RestoreOutcome.Requested(requested);
        await audit.WithdrawAsync(entry, written, cancellation);
        // If a sweep has started the restore meanwhile, it has found that the hold names another one, and has ended the row itself.
        await publications.UpdateAsync(PublicationDecisions.Cancelled(requested, time.GetUtcNow()), cancellation);
        return new RestoreOutcome.Overtaken(await holds.FindAsync(cancellation));
    }
}
