namespace KawasakiServerless.Domain;

public enum PublicationState
{
    /// <summary>The publication was requested and waits to be started or retried.</summary>
    Requested,
    Running,

    /// <summary>
    /// The live site was written and matched this publication. The state remains when a later publication replaces the site.
    /// </summary>
    Live,

    /// <summary>Nothing to do: the inputs are the same as those of the last live publication, or no reporting year is released.</summary>
    Unchanged,

    /// <summary>
    /// Nothing new was published, because the coordinator has restored an earlier publication and has not lifted the hold (the suspension
    /// of publishing) since. A nightly publication or a purge may nevertheless have repaired files of the restored site.
    /// </summary>
    Held,

    /// <summary>
    /// The publication failed; <see cref="Publication.Message"/> contains the reason. The earlier site stays live, except for files that
    /// were already written.
    /// </summary>
    Failed,
}

/// <summary>The stage that a running publication has reached.</summary>
public enum PublicationStage
{
    Composing,
    Rendering,

    /// <summary>Checking the rendered site before it may go live, for example for broken links; these checks are called gates.</summary>
    Checking,

    /// <summary>Storing the contents of all files, and the manifest that lists the files.</summary>
    Storing,

    Writing,

    /// <summary>
    /// Writing some files again, because a listing of the live site after the writing still differed from the manifest (list of files).
    /// </summary>
    Repairing,

    /// <summary>
    /// Deleting the files of the live site that are not in the manifest (list of files); all files in the manifest are already written.
    /// </summary>
    Removing,
}

/// <summary>One publication of the site (公開): the request, its progress and its results.</summary>
/// <param name="Trigger">Why the publication was started; one of <see cref="Triggers"/>.</param>
/// <param name="Fingerprint">Hash of all inputs from which the site is rendered; null until it has been computed.</param>
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
    /// Id of the publication whose manifest (list of files) describes the live site: this publication itself, or an earlier one whose site
    /// is still live or was restored. Null until it is known.
    /// </summary>
    public string? Manifest { get; init; }

    /// <summary>Id of the earlier publication that this one restores; null if this one publishes the data of the released years.</summary>
    public string? Restores { get; init; }

    public string? Message { get; init; }

    public StoredVersion Version { get; init; }
}
