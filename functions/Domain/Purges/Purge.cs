namespace KawasakiServerless.Domain;

public enum PurgeState
{
    /// <summary>Asked for; begun, perhaps.</summary>
    Requested,

    /// <summary>Nothing of it is left.</summary>
    Done,
}

/// <summary>The removal of personal data that should never have been uploaded (個人情報の抹消), from everywhere.</summary>
/// <param name="What">The id of a submission, or the 管理番号 of a record.</param>
public sealed record Purge(string Id, PurgeState State, string What, string Who, DateTimeOffset RequestedAt)
{
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>What happened last, for operators; never the content.</summary>
    public string? Message { get; init; }

    public StoredVersion Version { get; init; }

    /// <summary>Whether a submission as a whole is meant, and not a record.</summary>
    public bool IsOfSubmission => SubmissionId.TryParse(What, out _);
}
