namespace KawasakiServerless.Domain;

/// <summary>
/// The version of a row or blob when it was read from storage (保存された版). It is opaque: only Storage creates it and compares it with the
/// current version, so that no writer overwrites a change that it has not seen.
/// </summary>
public readonly record struct StoredVersion(string Value)
{
    public override string ToString() => Value;
}
