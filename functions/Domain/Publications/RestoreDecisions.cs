namespace KawasakiServerless.Domain;

/// <summary>Whether an earlier publication can be restored (差し戻しの可否).</summary>
public enum RestoreDecision
{
    /// <summary>The publication does not exist.</summary>
    Unknown,

    /// <summary>It was never live, or its manifest or contents are no longer stored.</summary>
    Gone,

    /// <summary>It can be restored.</summary>
    Possible,
}

/// <summary>Decides on restores, as pure functions of what is stored.</summary>
public static class RestoreDecisions
{
    /// <param name="earlier">The publication to restore; null if the id is unknown.</param>
    /// <param name="isKept">Whether its manifest and all its contents are intact.</param>
    public static RestoreDecision Decide(Publication? earlier, bool isKept) => earlier switch
    {
        null => RestoreDecision.Unknown,
        { State: PublicationState.Live, Manifest: not null } when isKept => RestoreDecision.Possible,
        _ => RestoreDecision.Gone,
    };

    /// <summary>
    /// Whether a failed restore also lifts its hold: the site may be partially restored, and the next publication must be able to complete
    /// it.
    /// </summary>
    public static bool LiftsHold(Publication ended, Hold? hold) =>
        ended is { State: PublicationState.Failed, Restores: not null } && hold?.Publication == ended.Id;
}
