namespace KawasakiServerless.Domain;

/// <summary>What a publication does when it runs (公開の手順).</summary>
public abstract record PublicationPlan
{
    private PublicationPlan()
    {
    }

    /// <summary>Publish nothing, and store the row of the publication, which already has its final state.</summary>
    public sealed record End(Publication Row) : PublicationPlan;

    /// <summary>
    /// Do not run a restore whose hold was lifted or replaced before it started, and store the row, which already has its final state. This
    /// is not a failure: the coordinator has changed the decision.
    /// </summary>
    public sealed record Cancel(Publication Row) : PublicationPlan;

    /// <summary>
    /// Compare the data of the released years with the published site; <see cref="PublicationDecisions.PlanRelease"/> then decides how to
    /// proceed.
    /// </summary>
    public sealed record Release : PublicationPlan;

    /// <summary>Write the files of an earlier publication to the live site again.</summary>
    /// <param name="Manifest">Id of the publication whose manifest (list of files) is restored.</param>
    public sealed record PutBack(string Manifest) : PublicationPlan;

    /// <summary>
    /// The coordinator has restored an earlier publication: repair those files of the live site that differ from the restored manifest
    /// (list of files), and publish nothing new.
    /// </summary>
    public sealed record RepairHeld(string Manifest) : PublicationPlan;

    /// <summary>
    /// Finish a publication whose process crashed after its changes were added to the public change history and before its row was set to
    /// the state Live.
    /// </summary>
    public sealed record Finish(string Manifest) : PublicationPlan;

    /// <summary>The inputs have not changed: correct files of the live site that differ from the manifest (list of files).</summary>
    public sealed record Repair(string Manifest) : PublicationPlan;

    /// <summary>Render the pages whose inputs changed, and publish the site.</summary>
    /// <param name="Trusted">Id of the manifest (list of files) that the live site is known to match, so that the files of the live site
    /// need not be listed; null if they must be listed.</param>
    /// <param name="Earlier">Id of the manifest whose files are used again, instead of being rendered, if their inputs are unchanged; null
    /// for none.</param>
    public sealed record Render(string? Trusted, string? Earlier) : PublicationPlan;
}

/// <summary>The outcome of an attempt to publish.</summary>
public abstract record PublicationEnd
{
    private PublicationEnd()
    {
    }

    /// <summary>The publication ended; its row contains the final state.</summary>
    public sealed record Reached(Publication Row) : PublicationEnd;

    /// <summary>A restore did not run, because its hold is no longer in force; the row contains the final state.</summary>
    public sealed record Cancelled(Publication Row) : PublicationEnd;

    /// <summary>A temporary problem, such as an outage of storage, prevented the publication; it may be retried.</summary>
    public sealed record Delayed(string Reason) : PublicationEnd;

    /// <summary>The site must not go live as it is, and a retry would have the same result.</summary>
    public sealed record Refused(string Reason) : PublicationEnd;
}

/// <summary>The facts on which the decisions about a running publication are based.</summary>
/// <param name="Row">The row of the publication.</param>
/// <param name="IsBegunAgain">Whether an earlier process started this publication and crashed or failed. It is then unknown which files
/// that process wrote.</param>
/// <param name="History">All publications, including this one.</param>
public sealed record PublicationSituation(Publication Row, bool IsBegunAgain, IReadOnlyList<Publication> History);

/// <summary>The inputs of the site that is to be published, and the publication that last changed the public content.</summary>
/// <param name="Fingerprint">Hash of all inputs of the site; null if no year is released.</param>
/// <param name="Newest">Id of the publication that last changed the public content, according to the change history in storage;
/// null for none.</param>
public sealed record ReleasedState(string? Fingerprint, string? Newest)
{
    /// <summary>Whether the newest publication's manifest and the contents of all its files are stored undamaged.</summary>
    public bool IsNewestKept { get; init; }

    /// <summary>Whether the live site has no home page, as in a new storage account after a region was lost.</summary>
    public bool IsSiteMissing { get; init; }
}

/// <summary>
/// Decides what a publication does and how it ends (公開の判断). The methods are pure functions of the earlier publications, the trigger, the
/// fingerprint of the site's inputs, and the hold, which suspends publishing after a restore until the coordinator lifts it.
/// </summary>
public static class PublicationDecisions
{
    /// <summary>A publication that was delayed by a temporary problem is retried for this long after its request; then it fails.</summary>
    public static readonly TimeSpan TriedAgainFor = TimeSpan.FromHours(1);

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
        { Restores: not null } row => new PublicationPlan.Cancel(row with
        {
            State = PublicationState.Failed,
            Message = "The hold was lifted, or another publication was restored, before this one ran.",
        }),
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
