using Azure;

namespace KawasakiServerless.Storage.Publications;

public enum PublicationState
{
    /// <summary>Asked for and waiting for its turn, or for another try.</summary>
    Requested,
    Running,

    /// <summary>The site equals it.</summary>
    Live,

    /// <summary>Nothing to do: the inputs are those of the last live publication.</summary>
    Unchanged,

    /// <summary>The earlier site stays live; <see cref="Publication.Message"/> says why.</summary>
    Failed,
}

/// <summary>One run of publishing (公開), with what it did.</summary>
/// <param name="Trigger">nightly, request, command.</param>
/// <param name="Fingerprint">Of everything the site is made from; null until known.</param>
public sealed record Publication(string Id, PublicationState State, string Trigger, string RequestedBy, DateTimeOffset RequestedAt, string? Fingerprint)
{
    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public int Rendered { get; init; }

    public int Written { get; init; }

    public int Removed { get; init; }

    public string? Message { get; init; }

    public ETag ETag { get; init; }
}
