namespace KawasakiServerless.Domain;

/// <summary>
/// The coordinator put an earlier publication back (公開の差し戻し). Nothing new is published until the coordinator lifts the hold; otherwise the
/// next night would undo it.
/// </summary>
/// <param name="Publication">Id of the publication that puts it back. It runs only while the hold names it.</param>
/// <param name="Restored">Id of the publication that is put back.</param>
/// <param name="Who">The coordinator.</param>
/// <param name="Since">When it was asked for.</param>
public sealed record Hold(string Publication, string Restored, string Who, DateTimeOffset Since)
{
    public StoredVersion Version { get; init; }
}
