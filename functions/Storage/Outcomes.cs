using KawasakiServerless.Domain;

namespace KawasakiServerless.Storage;

/// <summary>The outcome of an attempt to create a row or blob.</summary>
public abstract record AddOutcome;

/// <summary>The row or blob is stored as sent, possibly by an earlier attempt whose response was lost.</summary>
public sealed record Added(StoredVersion Version) : AddOutcome;

/// <summary>A row or blob of another writer is already in its place.</summary>
public sealed record AlreadyThere : AddOutcome;

/// <summary>The outcome of a compare-and-swap: a change to something that was read before.</summary>
public abstract record WriteOutcome<T>
{
    /// <summary>Converts the written value and keeps the outcome.</summary>
    public WriteOutcome<TOther> Map<TOther>(Func<T, TOther> make) =>
        this is Written<T>(var value) ? new Written<TOther>(make(value)) : new Overtaken<TOther>();
}

/// <summary>The change is stored, possibly by an earlier attempt whose response was lost.</summary>
/// <param name="Value">The stored value, with its new version.</param>
public sealed record Written<T>(T Value) : WriteOutcome<T>;

/// <summary>Another writer has changed or deleted the value since it was read. Nothing was written.</summary>
public sealed record Overtaken<T> : WriteOutcome<T>;
