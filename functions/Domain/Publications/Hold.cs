namespace KawasakiServerless.Domain;

/// <summary>
/// A suspension of publishing after the coordinator restored an earlier publication (公開の差し戻し). Nothing new is published until the
/// coordinator lifts the hold. Without a hold, the next nightly publication would overwrite the restored site.
/// </summary>
/// <param name="Publication">Id of the publication that performs the restore. That publication runs only while the stored hold contains its
/// id.</param>
/// <param name="Restored">Id of the publication that is restored.</param>
/// <param name="Who">The name of the coordinator who requested the restore.</param>
/// <param name="Since">When the restore was requested.</param>
public sealed record Hold(string Publication, string Restored, string Who, DateTimeOffset Since)
{
    public StoredVersion Version { get; init; }
}
