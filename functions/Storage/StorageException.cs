namespace KawasakiServerless.Storage;

/// <summary>
/// Storage was not reached, did not answer, or refused a call for a reason that is no outcome of its own. Every failed call ends in this
/// one type.
/// </summary>
#pragma warning disable CA1032 // Made in one place, from the failure of a call.
public sealed class StorageException : Exception
#pragma warning restore CA1032
{
    internal StorageException(string message, Exception failure)
        : base(message, failure)
    {
    }

    /// <summary>Whether the same call may succeed later: storage was busy, failed, or was out of reach.</summary>
    public required bool MayPass { get; init; }

    /// <summary>The HTTP status of the last answer; 0 when there was none.</summary>
    public int Status { get; init; }

    /// <summary>The error code of the service, such as TableNotFound; null when it gave none.</summary>
    public string? Code { get; init; }
}
