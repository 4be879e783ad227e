using KawasakiServerless.Domain;

namespace KawasakiServerless.Storage;

/// <summary>What became of a row or blob that was to be created.</summary>
public abstract record AddOutcome;

/// <summary>It is there as it was sent; perhaps since an earlier try whose answer was lost.</summary>
public sealed record Added(StoredVersion Version) : AddOutcome;

/// <summary>Somebody else's stands in its place.</summary>
public sealed record AlreadyThere : AddOutcome;

/// <summary>What became of a change that was to be made to what had been read before.</summary>
public abstract record WriteOutcome<T>
{
    /// <summary>The same outcome of something that is made from what was written.</summary>
    public WriteOutcome<TOther> Map<TOther>(Func<T, TOther> make) =>
        this is Written<T>(var value) ? new Written<TOther>(make(value)) : new Overtaken<TOther>();
}

/// <summary>It is stored; perhaps since an earlier try whose answer was lost.</summary>
/// <param name="Value">As it is stored now, with its new version.</param>
public sealed record Written<T>(T Value) : WriteOutcome<T>;

/// <summary>Somebody else has changed or removed it since it was read. Nothing was written.</summary>
public sealed record Overtaken<T> : WriteOutcome<T>;
