namespace KawasakiServerless.Domain;

public enum PublicationState
{
    /// <summary>The publication was requested and waits for its turn or for a retry.</summary>
    Requested,
    Running,

    /// <summary>The live site matches this publication.</summary>
    Live,

    /// <summary>Nothing to do: the inputs are the same as those of the last live publication, or no reporting year is released.</summary>
    Unchanged,

    /// <summary>Nothing was published: an earlier publication is restored, and the coordinator has not lifted the hold.</summary>
    Held,

    /// <summary>The earlier site stays live; <see cref="Publication.Message"/> contains the reason.</summary>
    Failed,
}

/// <summary>The stage that a running publication has reached.</summary>
public enum PublicationStage
{
    Composing,
    Rendering,

    /// <summary>Running the gates.</summary>
    Checking,

    /// <summary>Storing the contents and the manifest.</summary>
    Storing,

    Writing,

    /// <summary>Repairing the live site, because a second listing showed differences from the manifest.</summary>
    Repairing,

    /// <summary>The live site matches the manifest; files that are no longer part of it are being deleted.</summary>
    Removing,
}

/// <summary>One run of publishing (公開), with its results.</summary>
/// <param name="Trigger">nightly, request, command, restore or purge.</param>
/// <param name="Fingerprint">Fingerprint of all inputs of the site; null until it is known.</param>
public sealed record Publication(
    string Id, PublicationState State, string Trigger, string RequestedBy, DateTimeOffset RequestedAt, string? Fingerprint)
{
    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public int Rendered { get; init; }

    public int Written { get; init; }

    public int Removed { get; init; }

    /// <summary>The current stage; null before the start and after the end.</summary>
    public PublicationStage? Stage { get; init; }

    /// <summary>
    /// Id of the publication whose manifest describes the live site: its own, or that of an earlier publication that is still live or live
    /// again. Null until it is known.
    /// </summary>
    public string? Manifest { get; init; }

    /// <summary>
    /// Id of the earlier publication that this one restores; null for any other publication, which publishes the released years.
    /// </summary>
    public string? Restores { get; init; }

    public string? Message { get; init; }

    public StoredVersion Version { get; init; }
}
