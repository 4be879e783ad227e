namespace KawasakiServerless.Domain;

/// <summary>What a publication does (公開の手順).</summary>
public abstract record PublicationPlan
{
    private PublicationPlan()
    {
    }

    /// <summary>Nothing; the row ends like this.</summary>
    public sealed record End(Publication Row) : PublicationPlan;

    /// <summary>Compare what is released with what was published.</summary>
    public sealed record Release : PublicationPlan;

    /// <summary>Put an earlier publication back.</summary>
    /// <param name="Manifest">Id of the publication whose manifest it is.</param>
    public sealed record PutBack(string Manifest) : PublicationPlan;

    /// <summary>Repair what was put back, and publish nothing new.</summary>
    public sealed record RepairHeld(string Manifest) : PublicationPlan;

    /// <summary>Complete a publication whose process died after readers were told of its changes and before its row said so.</summary>
    public sealed record Finish(string Manifest) : PublicationPlan;

    /// <summary>Nothing is new: make the live site equal to the manifest again.</summary>
    public sealed record Repair(string Manifest) : PublicationPlan;

    /// <summary>Render what is new.</summary>
    /// <param name="Trusted">The manifest that the live site equals, without asking storage; null where storage has to be asked.</param>
    /// <param name="Earlier">The manifest from which unchanged pages may be taken over; null for none.</param>
    public sealed record Render(string? Trusted, string? Earlier) : PublicationPlan;
}

/// <summary>How an attempt to publish ended.</summary>
public abstract record PublicationEnd
{
    private PublicationEnd()
    {
    }

    /// <summary>As the row says.</summary>
    public sealed record Reached(Publication Row) : PublicationEnd;

    /// <summary>Something stood in its way that may pass.</summary>
    public sealed record Delayed(string Reason) : PublicationEnd;

    /// <summary>It cannot go live as it is.</summary>
    public sealed record Refused(string Reason) : PublicationEnd;
}

/// <summary>What a publication under way is decided by.</summary>
/// <param name="Row">Its row.</param>
/// <param name="IsBegunAgain">It was begun before, by a process that died or failed: nobody knows what that one has written.</param>
/// <param name="History">Every publication, this one included.</param>
public sealed record PublicationSituation(Publication Row, bool IsBegunAgain, IReadOnlyList<Publication> History);

/// <summary>What publications do (公開の判断), as pure functions of the history, the fingerprint, the hold and the trigger.</summary>
public static class PublicationDecisions
{
    /// <summary>For so long after the request a publication that was delayed is tried again.</summary>
    public static readonly TimeSpan TriedAgainFor = TimeSpan.FromHours(1);

    /// <summary>The row when it begins.</summary>
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

    /// <summary>First, before anything is read that is to be published: is something put back, or held?</summary>
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

    /// <summary>Then, what becomes of what is released.</summary>
    /// <param name="situation">Of the publication.</param>
    /// <param name="fingerprint">Of everything the site would be made from; null when no year is released.</param>
    /// <param name="newest">The publication that last changed what readers see, by the history of changes; null for none.</param>
    /// <param name="isNewestKept">Whether the manifest and the contents of that one are whole.</param>
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

    /// <summary>What to render where the manifest to be repaired from, or a content of it, is gone or damaged.</summary>
    public static PublicationPlan.Render Render(PublicationSituation situation) =>
        Render(situation, situation.History.LastAtWork(except: situation.Row));

    /// <summary>The row while a hold is in force.</summary>
    public static Publication Held(Publication row, Hold hold) =>
        row with
        {
            State = PublicationState.Held,
            Message = $"{hold.Restored} was put back; nothing is published until the hold is lifted."
        };

    /// <summary>The row after an attempt.</summary>
    public static Publication After(Publication row, PublicationEnd end, DateTimeOffset now) => end switch
    {
        PublicationEnd.Reached(var reached) => WithEnd(reached, now),
        // The live site equals it already; what it no longer has is removed by the next night.
        PublicationEnd.Delayed(var reason) when row.HasEnded() => WithEnd(row with { Message = reason }, now),
        PublicationEnd.Refused(var reason) when row.HasEnded() => WithEnd(row with { Message = reason }, now),
        PublicationEnd.Delayed(var reason) when now - row.RequestedAt < TriedAgainFor =>
            WithEnd(row with { State = PublicationState.Requested, Message = reason }, now),
        PublicationEnd.Delayed(var reason) => WithEnd(row with { State = PublicationState.Failed, Message = reason }, now),
        PublicationEnd.Refused(var reason) => WithEnd(row with { State = PublicationState.Failed, Message = reason }, now),
        _ => throw new InvalidOperationException($"{end} is no end of a publication."),
    };

    /// <summary>Whether a request joins a publication that waits already: it will publish what is there when it begins.</summary>
    public static Publication? Waiting(IEnumerable<Publication> history, string trigger) =>
        history.FirstOrDefault(p => p is { State: PublicationState.Requested, StartedAt: null } && p.Trigger == trigger);

    private static PublicationPlan PlanWhileHeld(PublicationSituation situation, Hold hold) =>
        situation.Row.Trigger is Triggers.Nightly or Triggers.Purge
        && situation.History.FirstOrDefault(p => p.Id == hold.Publication) is { State: PublicationState.Live, Manifest: { } manifest }
            ? new PublicationPlan.RepairHeld(manifest)
            : new PublicationPlan.End(Held(situation.Row, hold));

    // Somebody waits for a request, and to ask storage for everything takes longer than to publish one figure. How far a publication came
    // that did not end only storage knows.
    private static PublicationPlan.Render Render(PublicationSituation situation, Publication? last) => new(
        situation is { Row.Trigger: Triggers.Request or Triggers.Command, IsBegunAgain: false } && last is { State: PublicationState.Live }
            ? last.Manifest
            : null,
        situation.History.LiveManifests().FirstOrDefault());

    private static Publication WithEnd(Publication row, DateTimeOffset now) =>
        row with { Stage = null, FinishedAt = row.HasEnded() ? now : null };
}
