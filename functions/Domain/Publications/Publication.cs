namespace KawasakiServerless.Domain;

public enum PublicationState
{
    /// <summary>Asked for and waiting for its turn, or for another try.</summary>
    Requested,
    Running,

    /// <summary>The site equals it.</summary>
    Live,

    /// <summary>Nothing to do: the inputs are those of the last live publication, or no reporting year is released.</summary>
    Unchanged,

    /// <summary>Nothing was published: an earlier publication was put back, and the coordinator has not lifted the hold.</summary>
    Held,

    /// <summary>The earlier site stays live; <see cref="Publication.Message"/> says why.</summary>
    Failed,
}

/// <summary>What a publication is doing.</summary>
public enum PublicationStage
{
    Composing,
    Rendering,

    /// <summary>The gates.</summary>
    Checking,

    /// <summary>Contents and manifest.</summary>
    Storing,

    Writing,

    /// <summary>The live site was listed again and differed.</summary>
    Repairing,

    /// <summary>The site equals it; what it no longer has is taken away.</summary>
    Removing,
}

/// <summary>One run of publishing (公開), with what it did.</summary>
/// <param name="Trigger">nightly, request, command, restore or purge.</param>
/// <param name="Fingerprint">Of everything the site is made from; null until known.</param>
public sealed record Publication(
    string Id, PublicationState State, string Trigger, string RequestedBy, DateTimeOffset RequestedAt, string? Fingerprint)
{
    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public int Rendered { get; init; }

    public int Written { get; init; }

    public int Removed { get; init; }

    /// <summary>Null before it begins and when it has ended.</summary>
    public PublicationStage? Stage { get; init; }

    /// <summary>
    /// Id of the publication whose manifest says what the site is: its own, or that of an earlier one that is live still or again. Null
    /// until that is known.
    /// </summary>
    public string? Manifest { get; init; }

    /// <summary>Id of the publication that this one puts back; null for one that publishes what is new.</summary>
    public string? Restores { get; init; }

    public string? Message { get; init; }

    public StoredVersion Version { get; init; }
}
