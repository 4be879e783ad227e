namespace KawasakiServerless.Domain;

/// <summary>Whether an earlier publication can be restored (差し戻しの可否).</summary>
public enum RestoreDecision
{
    /// <summary>The publication does not exist.</summary>
    Unknown,

    /// <summary>
    /// The publication was never live, or its manifest (list of files) or the content of one of its files is no longer stored.
    /// </summary>
    Gone,

    /// <summary>The publication can be restored.</summary>
    Possible,
}

/// <summary>An earlier publication that a person asks to restore.</summary>
/// <param name="Publication">The publication.</param>
/// <param name="IsKept">Whether the publication's manifest (list of files) and the contents of all its files are stored
/// undamaged.</param>
public sealed record RestoreCandidate(Publication Publication, bool IsKept);

/// <summary>
/// Decides whether a publication can be restored, and whether a failed restore lifts the hold that it set, as pure functions.
/// </summary>
public static class RestoreDecisions
{
    /// <param name="earlier">The publication to restore; null if the id is unknown.</param>
    public static RestoreDecision Decide(RestoreCandidate? earlier) => earlier switch
    {
        null => RestoreDecision.Unknown,
        { Publication: { State: PublicationState.Live, Manifest: not null }, IsKept: true } => RestoreDecision.Possible,
        _ => RestoreDecision.Gone,
    };

    /// <summary>
    /// Whether the hold must be lifted because the ended publication is the restore that set it, and it failed. The live site may then be
    /// only partially restored, and the next publication, which the hold would prevent, must be able to replace it with a complete site.
    /// </summary>
    public static bool LiftsHold(Publication ended, Hold? hold) =>
        ended is { State: PublicationState.Failed, Restores: not null } && hold?.Publication == ended.Id;
}
