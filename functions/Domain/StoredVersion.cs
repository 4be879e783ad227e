namespace KawasakiServerless.Domain;

/// <summary>
/// The version in which a row or blob was read from storage (保存された版). It is opaque: only Storage makes one, and only Storage compares
/// it with what is there now, so that nobody overwrites a change that they have not seen.
/// </summary>
public readonly record struct StoredVersion(string Value)
{
    public override string ToString() => Value;
}
