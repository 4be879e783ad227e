namespace KawasakiServerless.Domain;

/// <summary>
/// Decides what a publication does and how it ends (公開の判断). The methods are pure functions of the earlier publications, the trigger, the
/// fingerprint of the site's inputs, and the hold, which suspends publishing after a restore until the coordinator lifts it.
/// </summary>
public static class PublicationDecisions
{
    /// <summary>A publication that was delayed by a temporary problem is retried for this long after its request; then it fails.</summary>
    public static readonly TimeSpan TriedAgainFor = TimeSpan.FromHours(1);

    // Stored in the rows of cancelled restores, which have no state of their own.
    private const string CancelledMessage = "The hold was lifted, or another publication was restored, before this one ran.";

    /// <summary>Returns the row in its state at the start of the publication, with the results of an earlier attempt reset.</summary>
    public static Publication Begin(Publication row, IReadOnlyList<Publication> history, DateTimeOffset now) =>
        row with
        {
            State = PublicationState.Running,
            StartedAt = history.After(now),
            Rendered = 0,
            Written = 0,
            Removed = 0,
            Message = null
        };

    /// <summary>
    /// Whether an earlier process completed the site of this publication and crashed before it updated the row, and a later publication has
    /// replaced the site or some of its files since, perhaps without an entry in the change history. Such a publication must not run again;
    /// <see cref="Replaced"/> returns its final row.
    /// </summary>
    /// <param name="situation">The situation before the start time in the row is updated.</param>
    /// <param name="numbered">The ids of the publications in the change history, oldest first. A publication is added to it when its site
    /// is complete.</param>
    public static bool IsReplaced(PublicationSituation situation, IReadOnlyList<string> numbered) =>
        numbered.Contains(situation.Row.Id, StringComparer.Ordinal)
        && (numbered[^1] != situation.Row.Id || situation.History.LastAtWork(except: situation.Row)?.StartedAt > situation.Row.StartedAt);

    /// <summary>
    /// Returns the final row of a publication whose site was live until a later publication replaced it. The row keeps its start time,
    /// which defines the order of publications.
    /// </summary>
    public static Publication Replaced(Publication row, string manifest, string? fingerprint) =>
        row with { State = PublicationState.Live, Manifest = manifest, Fingerprint = fingerprint, Message = null };

    /// <summary>
    /// The first decision, made before any data to publish is read: whether to restore an earlier publication, to publish nothing new
    /// because of a hold, or to publish the released data. A restore whose hold is no longer in force is cancelled.
    /// </summary>
    public static PublicationPlan Plan(PublicationSituation situation, Hold? hold) => situation.Row switch
    {
        { Restores: not null, Manifest: { } manifest } row when hold?.Publication == row.Id => new PublicationPlan.PutBack(manifest),
        { Restores: not null } row => new PublicationPlan.Cancel(Cancelled(row)),
        _ when hold is not null => PlanWhileHeld(situation, hold),
        _ => new PublicationPlan.Release(),
    };

    /// <summary>
    /// The second decision, made when the inputs are known: whether to render the site, to repair the live site, to finish this publication
    /// after a crash, or to do nothing.
    /// </summary>
    public static PublicationPlan PlanRelease(PublicationSituation situation, ReleasedState released)
    {
        var (row, fingerprint) = (situation.Row, released.Fingerprint);
        if (fingerprint is null)
            return new PublicationPlan.End(
                row with { State = PublicationState.Unchanged, Message = "No reporting year is released; there is nothing to publish." });
        if (released.Newest == row.Id && released.IsNewestKept)
            return new PublicationPlan.Finish(row.Id);
        var last = situation.History.LastAtWork(except: row);
        if (last is not { State: PublicationState.Live, Manifest: { } manifest } || last.Fingerprint != fingerprint
            || row.Trigger == Triggers.Purge)
            return released.IsSiteMissing ? Render(situation) : Render(situation, last);
        return row.Trigger == Triggers.Nightly || situation.IsBegunAgain || released.IsSiteMissing
            ? new PublicationPlan.Repair(manifest)
            : new PublicationPlan.End(row with { State = PublicationState.Unchanged, Fingerprint = fingerprint, Manifest = manifest });
    }

    /// <summary>
    /// Returns the plan to use instead of a repair when the manifest needed for the repair, or one of the contents that the manifest lists,
    /// is missing or damaged. Like the repair, it lists the files of the live site.
    /// </summary>
    public static PublicationPlan.Render Render(PublicationSituation situation) => new(Trusted: null, EarlierOf(situation));

    /// <summary>Returns the final row of a publication that published nothing because of a hold.</summary>
    public static Publication Held(Publication row, Hold hold) =>
        row with
        {
            State = PublicationState.Held,
            Message = $"{hold.Restored} was restored; nothing is published until the hold is lifted."
        };

    /// <summary>Returns the row after an attempt to publish.</summary>
    public static Publication After(Publication row, PublicationEnd end, DateTimeOffset now) => end switch
    {
        PublicationEnd.Reached(var reached) => WithEnd(reached, now),
        PublicationEnd.Cancelled(var cancelled) => WithEnd(cancelled, now),
        // The row already has its final state, so the failure came after the live site was written. At most some files that no longer
        // belong to the site are left, and the next nightly publication deletes them.
        PublicationEnd.Delayed(var reason) when row.HasEnded() => WithEnd(row with { Message = reason }, now),
        PublicationEnd.Refused(var reason) when row.HasEnded() => WithEnd(row with { Message = reason }, now),
        PublicationEnd.Delayed(var reason) when now - row.RequestedAt < TriedAgainFor =>
            WithEnd(row with { State = PublicationState.Requested, Message = reason }, now),
        PublicationEnd.Delayed(var reason) => WithEnd(row with { State = PublicationState.Failed, Message = reason }, now),
        PublicationEnd.Refused(var reason) => WithEnd(row with { State = PublicationState.Failed, Message = reason }, now),
        _ => throw new InvalidOperationException($"{end} is not an end of a publication."),
    };

    /// <summary>
    /// Returns a publication with this trigger that was requested and has not started; null for none. While such a publication waits,
    /// another request need not be stored, because a publication reads its data only when it starts.
    /// </summary>
    public static Publication? Waiting(IEnumerable<Publication> history, string trigger) =>
        history.FirstOrDefault(p => p is { State: PublicationState.Requested, StartedAt: null } && p.Trigger == trigger);

    /// <summary>Returns the final row of a restore that never ran, because its hold was not in force.</summary>
    public static Publication Cancelled(Publication restore, DateTimeOffset now) => WithEnd(Cancelled(restore), now);

    /// <summary>Whether this is a restore that never ran, because its hold was not in force: nothing failed.</summary>
    public static bool IsCancelled(this Publication row) =>
        row is { State: PublicationState.Failed, Restores: not null, Message: CancelledMessage };

    private static Publication Cancelled(Publication restore) =>
        restore with { State = PublicationState.Failed, Message = CancelledMessage };

    private static PublicationPlan PlanWhileHeld(PublicationSituation situation, Hold hold) =>
        situation.Row.Trigger is Triggers.Nightly or Triggers.Purge
        && situation.History.FirstOrDefault(p => p.Id == hold.Publication) is { State: PublicationState.Live, Manifest: { } manifest }
            ? new PublicationPlan.RepairHeld(manifest)
            : new PublicationPlan.End(Held(situation.Row, hold));

    // A user waits for a publication requested in the portal or on the command line, and listing all files of the live site takes longer
    // than publishing one changed figure. So the listing is omitted if the last publication completed. If it did not complete, only a
    // listing shows which files it wrote.
    private static PublicationPlan.Render Render(PublicationSituation situation, Publication? last) => new(
        situation is { Row.Trigger: Triggers.Request or Triggers.Command, IsBegunAgain: false } && last is { State: PublicationState.Live }
            ? last.Manifest
            : null,
        EarlierOf(situation));

    private static string? EarlierOf(PublicationSituation situation) => situation.History.LiveManifests().FirstOrDefault();

    private static Publication WithEnd(Publication row, DateTimeOffset now) =>
        row with { Stage = null, FinishedAt = row.HasEnded() ? now : null };
}
