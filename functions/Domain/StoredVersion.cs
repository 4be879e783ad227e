namespace KawasakiServerless.Domain;

/// <summary>
/// The version of a row or blob at the time when it was read from storage (保存された版). Only the Storage project creates and interprets it: a
/// write fails if the current version differs, so no writer overwrites a change that it has not read.
/// </summary>
public readonly record struct StoredVersion(string Value)
{
    public override string ToString() => Value;
}
