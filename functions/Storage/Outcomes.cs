using KawasakiServerless.Domain;

namespace KawasakiServerless.Storage;

/// <summary>The outcome of an attempt to create a row or blob.</summary>
public abstract record AddOutcome;

/// <summary>The row or blob is stored as sent, possibly by an earlier attempt whose response was lost.</summary>
public sealed record Added(StoredVersion Version) : AddOutcome;

/// <summary>Nothing was written, because another writer's row or blob has this key or name.</summary>
public sealed record AlreadyThere : AddOutcome;

/// <summary>The outcome of a compare-and-swap: a write that succeeds only if the row or blob has not changed since it was read.</summary>
public abstract record WriteOutcome<T>
{
    /// <summary>
    /// Converts the value of a <see cref="Written{T}"/>. An <see cref="Overtaken{T}"/> has no value and remains an Overtaken.
    /// </summary>
    public WriteOutcome<TOther> Map<TOther>(Func<T, TOther> make) =>
        this is Written<T>(var value) ? new Written<TOther>(make(value)) : new Overtaken<TOther>();
}

/// <summary>The change is stored, possibly by an earlier attempt whose response was lost.</summary>
/// <param name="Value">The stored value, with its new version.</param>
public sealed record Written<T>(T Value) : WriteOutcome<T>;

/// <summary>Nothing was written, because another writer has changed or deleted the row or blob since it was read.</summary>
public sealed record Overtaken<T> : WriteOutcome<T>;
