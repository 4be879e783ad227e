namespace KawasakiServerless.Storage;

/// <summary>
/// Storage was unreachable, did not respond, or refused a request. Expected refusals, such as a conflict with another writer, are returned
/// as values instead (<see cref="AddOutcome"/>, <see cref="WriteOutcome{T}"/>).
/// </summary>
public sealed class StorageException : Exception
{
    internal StorageException(string message, Exception failure)
        : base(message, failure)
    {
    }

    /// <summary>Whether the same call may succeed later, because storage was busy, failing or unreachable.</summary>
    public required bool MayPass { get; init; }

    /// <summary>The HTTP status of the last response; 0 if there was none.</summary>
    public int Status { get; init; }

    /// <summary>The error code of the service, such as TableNotFound; null if the response had none.</summary>
    public string? Code { get; init; }
}
