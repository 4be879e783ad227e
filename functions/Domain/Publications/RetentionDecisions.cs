namespace KawasakiServerless.Domain;

/// <summary>
/// Decides which publications remain stored so that they can be restored (公開の保存): the last thirty with different manifests (lists of
/// files), and the last one of each fiscal year.
/// </summary>
public static class RetentionDecisions
{
    /// <summary>How many publications with different manifests stay restorable, counted from the newest.</summary>
    public const int Kept = 30;

    /// <returns>The ids of the publications whose manifests must not be deleted.</returns>
    /// <param name="history">All publications.</param>
    /// <param name="hold">The hold in force, which suspends publishing after a restore; null for none.</param>
    public static IReadOnlySet<string> KeptManifests(IReadOnlyList<Publication> history, Hold? hold)
    {
        var lastOfYears = history.Where(p => p is { State: PublicationState.Live, Manifest: not null, StartedAt: not null })
            .GroupBy(p => FiscalYearOf(p.StartedAt!.Value)).Select(year => year.MaxBy(p => p.StartedAt)!.Manifest!);
        // A publication that has not ended may have stored its manifest already, and a pending restore needs the manifest that it restores.
        var underWay = history.Where(p => !p.HasEnded()).SelectMany(p => new[] { p.Id, p.Manifest });
        var held = history.Where(p => p.Id == hold?.Restored).Select(p => p.Manifest);
        return history.LiveManifests().Take(Kept).Concat(lastOfYears).Concat(underWay.Concat(held).OfType<string>())
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>
    /// Whether the stored content of a file may be deleted: no manifest lists it, and it was not written recently. The publish lock lets
    /// only one process publish at a time. A recent content may have been written by a process that has lost this lock but has not noticed
    /// the loss yet, and that still uses the content.
    /// </summary>
    /// <param name="content">The SHA-256 hash of the content.</param>
    /// <param name="named">The hashes of all contents that the manifests in storage list, after old manifests were deleted.</param>
    /// <param name="writtenAt">The time at which the content was last written.</param>
    /// <param name="writtenBefore">The time from which on a content counts as recent.</param>
    public static bool MayRemoveContent(
        string content, IReadOnlySet<string> named, DateTimeOffset writtenAt, DateTimeOffset writtenBefore) =>
        !named.Contains(content) && writtenAt < writtenBefore;

    private static int FiscalYearOf(DateTimeOffset time) => time.InJapan().AddMonths(-3).Year;
}
