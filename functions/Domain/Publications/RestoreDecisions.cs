namespace KawasakiServerless.Domain;

/// <summary>Whether an earlier publication can be put back (差し戻しの可否).</summary>
public enum RestoreDecision
{
    /// <summary>There is no such publication.</summary>
    Unknown,

    /// <summary>It never was live, or its manifest or contents are no longer kept.</summary>
    Gone,

    /// <summary>It can be put back.</summary>
    Possible,
}

/// <summary>What a restore does, as a pure function of what is kept.</summary>
public static class RestoreDecisions
{
    /// <param name="earlier">The publication that is to be put back; null when there is none of that id.</param>
    /// <param name="isKept">Whether its manifest and every content are whole.</param>
    public static RestoreDecision Decide(Publication? earlier, bool isKept) => earlier switch
    {
        null => RestoreDecision.Unknown,
        { State: PublicationState.Live, Manifest: not null } when isKept => RestoreDecision.Possible,
        _ => RestoreDecision.Gone,
    };

    /// <summary>
    /// Whether a hold ends with the publication that failed to put something back: the site may be half of it, and the next publication is
    /// to make it whole.
    /// </summary>
    public static bool LiftsHold(Publication ended, Hold? hold) =>
        ended is { State: PublicationState.Failed, Restores: not null } && hold?.Publication == ended.Id;
}
