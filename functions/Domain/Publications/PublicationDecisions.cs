namespace KawasakiServerless.Domain;

/// <summary>The procedure that a publication follows (公開の手順).</summary>
public abstract record PublicationPlan
{
    private PublicationPlan()
    {
    }

    /// <summary>Do nothing, and store the row in this final state.</summary>
    public sealed record End(Publication Row) : PublicationPlan;

    /// <summary>Compare the released data with the published site.</summary>
    public sealed record Release : PublicationPlan;

    /// <summary>Restore an earlier publication.</summary>
    /// <param name="Manifest">Id of the publication whose manifest is restored.</param>
    public sealed record PutBack(string Manifest) : PublicationPlan;

    /// <summary>Repair the restored site, and publish nothing new.</summary>
    public sealed record RepairHeld(string Manifest) : PublicationPlan;

    /// <summary>
    /// Finish a publication whose process crashed after its changes were committed to the history and before its row became Live.
    /// </summary>
    public sealed record Finish(string Manifest) : PublicationPlan;

    /// <summary>Nothing is new: make the live site match the manifest again.</summary>
    public sealed record Repair(string Manifest) : PublicationPlan;

    /// <summary>Render whatever is new.</summary>
    /// <param name="Trusted">The manifest that the live site is known to match, so that storage need not be listed; null if it must be
    /// listed.</param>
    /// <param name="Earlier">The manifest from which unchanged pages can be reused; null for none.</param>
    public sealed record Render(string? Trusted, string? Earlier) : PublicationPlan;
}

/// <summary>The outcome of an attempt to publish.</summary>
public abstract record PublicationEnd
{
    private PublicationEnd()
    {
    }

    /// <summary>The publication ended in the state that the row has.</summary>
    public sealed record Reached(Publication Row) : PublicationEnd;

    /// <summary>A temporary problem prevented the publication; it may be retried.</summary>
    public sealed record Delayed(string Reason) : PublicationEnd;

    /// <summary>The publication cannot go live in its present form.</summary>
    public sealed record Refused(string Reason) : PublicationEnd;
}

/// <summary>The facts on which the decisions about a running publication are based.</summary>
/// <param name="Row">The row of the publication.</param>
/// <param name="IsBegunAgain">An earlier process started this publication and crashed or failed, so it is unknown what that process
/// wrote.</param>
/// <param name="History">All publications, including this one.</param>
public sealed record PublicationSituation(Publication Row, bool IsBegunAgain, IReadOnlyList<Publication> History);

/// <summary>Decides what publications do (公開の判断), as pure functions of the history, the fingerprint, the hold and the trigger.</summary>
public static class PublicationDecisions
{
    /// <summary>How long after its request a delayed publication is retried.</summary>
    public static readonly TimeSpan TriedAgainFor = TimeSpan.FromHours(1);

    /// <summary>Returns the row at the start of the publication.</summary>
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

    /// <summary>The first decision, before any data to publish is read: is there a restore to perform, or a hold in force?</summary>
    public static PublicationPlan Plan(PublicationSituation situation, Hold? hold) => situation.Row switch
    {
        { Restores: not null, Manifest: { } manifest } row when hold?.Publication == row.Id => new PublicationPlan.PutBack(manifest),
        { Restores: not null } row => new PublicationPlan.End(row with
        {
            State = PublicationState.Failed,
            Message = "The hold was lifted, or another publication was put back, before this one ran.",
        }),
        _ when hold is not null => PlanWhileHeld(situation, hold),
        _ => new PublicationPlan.Release(),
    };

    /// <summary>The second decision: what to do with the released data.</summary>
    /// <param name="situation">The situation of the publication.</param>
    /// <param name="fingerprint">Fingerprint of all inputs of the site; null if no year is released.</param>
    /// <param name="newest">The publication that last changed the public content, according to the history of changes; null for
    /// none.</param>
    /// <param name="isNewestKept">Whether the manifest and the contents of that publication are intact.</param>
    public static PublicationPlan PlanRelease(PublicationSituation situation, string? fingerprint, string? newest, bool isNewestKept)
    {
        var row = situation.Row;
        if (fingerprint is null)
            return new PublicationPlan.End(
                row with { State = PublicationState.Unchanged, Message = "No reporting year is released; there is nothing to publish." });
        if (newest == row.Id && isNewestKept)
            return new PublicationPlan.Finish(newest);
        var last = situation.History.LastAtWork(except: row);
        if (last is not { State: PublicationState.Live, Manifest: { } manifest } || last.Fingerprint != fingerprint
            || row.Trigger == Triggers.Purge)
            return Render(situation, last);
        return row.Trigger == Triggers.Nightly || situation.IsBegunAgain
            ? new PublicationPlan.Repair(manifest)
            : new PublicationPlan.End(row with { State = PublicationState.Unchanged, Fingerprint = fingerprint, Manifest = manifest });
    }

    /// <summary>The plan to use when the manifest for a repair, or one of its contents, is missing or damaged.</summary>
    public static PublicationPlan.Render Render(PublicationSituation situation) =>
        Render(situation, situation.History.LastAtWork(except: situation.Row));

    /// <summary>Returns the row of a publication that a hold has blocked.</summary>
    public static Publication Held(Publication row, Hold hold) =>
        row with
        {
            State = PublicationState.Held,
            Message = $"{hold.Restored} was put back; nothing is published until the hold is lifted."
        };

    /// <summary>Returns the row after an attempt.</summary>
    public static Publication After(Publication row, PublicationEnd end, DateTimeOffset now) => end switch
    {
        PublicationEnd.Reached(var reached) => WithEnd(reached, now),
        // The live site already matches this publication; the next nightly run deletes leftover files.
        PublicationEnd.Delayed(var reason) when row.HasEnded() => WithEnd(row with { Message = reason }, now),
        PublicationEnd.Refused(var reason) when row.HasEnded() => WithEnd(row with { Message = reason }, now),
        PublicationEnd.Delayed(var reason) when now - row.RequestedAt < TriedAgainFor =>
            WithEnd(row with { State = PublicationState.Requested, Message = reason }, now),
        PublicationEnd.Delayed(var reason) => WithEnd(row with { State = PublicationState.Failed, Message = reason }, now),
        PublicationEnd.Refused(var reason) => WithEnd(row with { State = PublicationState.Failed, Message = reason }, now),
        _ => throw new InvalidOperationException($"{end} is no end of a publication."),
    };

    /// <summary>Returns a waiting publication that a new request can join: that publication reads its data only when it starts.</summary>
    public static Publication? Waiting(IEnumerable<Publication> history, string trigger) =>
        history.FirstOrDefault(p => p is { State: PublicationState.Requested, StartedAt: null } && p.Trigger == trigger);

    private static PublicationPlan PlanWhileHeld(PublicationSituation situation, Hold hold) =>
        situation.Row.Trigger is Triggers.Nightly or Triggers.Purge
        && situation.History.FirstOrDefault(p => p.Id == hold.Publication) is { State: PublicationState.Live, Manifest: { } manifest }
            ? new PublicationPlan.RepairHeld(manifest)
            : new PublicationPlan.End(Held(situation.Row, hold));

    // A user waits for a requested publication, and listing all of storage takes longer than publishing one figure, so a completed
    // publication is trusted. If a publication did not complete, only a listing shows what it wrote.
    private static PublicationPlan.Render Render(PublicationSituation situation, Publication? last) => new(
        situation is { Row.Trigger: Triggers.Request or Triggers.Command, IsBegunAgain: false } && last is { State: PublicationState.Live }
            ? last.Manifest
            : null,
        situation.History.LiveManifests().FirstOrDefault());

    private static Publication WithEnd(Publication row, DateTimeOffset now) =>
        row with { Stage = null, FinishedAt = row.HasEnded() ? now : null };
}
