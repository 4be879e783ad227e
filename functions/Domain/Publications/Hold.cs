namespace KawasakiServerless.Domain;

/// <summary>
/// The coordinator restored an earlier publication (公開の差し戻し). Nothing new is published until the coordinator lifts the hold; without it,
/// the next nightly run would undo the restore.
/// </summary>
/// <param name="Publication">Id of the publication that performs the restore. It runs only while the hold names it.</param>
/// <param name="Restored">Id of the publication that is restored.</param>
/// <param name="Who">The coordinator.</param>
/// <param name="Since">When the restore was requested.</param>
public sealed record Hold(string Publication, string Restored, string Who, DateTimeOffset Since)
{
    public StoredVersion Version { get; init; }
}
