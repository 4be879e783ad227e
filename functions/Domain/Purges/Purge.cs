namespace KawasakiServerless.Domain;

public enum PurgeState
{
    /// <summary>The purge was requested and may already have deleted some of the data.</summary>
    Requested,

    /// <summary>The purge is complete: none of the purged data is stored any more.</summary>
    Done,
}

/// <summary>The removal of personal data that should never have been uploaded (個人情報の抹消), from every place where it is stored.</summary>
/// <param name="What">The id of a submission, or the id (管理番号) of a record.</param>
public sealed record Purge(string Id, PurgeState State, string What, string Who, DateTimeOffset RequestedAt)
{
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>
    /// A message for operators on the progress of the purge; never contains the purged data. Null if there is nothing to say.
    /// </summary>
    public string? Message { get; init; }

    public StoredVersion Version { get; init; }
}
