namespace KawasakiServerless.Domain;

/// <summary>
/// Decides which publications can still be restored (公開の保存): the last thirty distinct ones, and the last one of each fiscal year.
/// </summary>
public static class RetentionDecisions
{
    /// <summary>The number of recent distinct publications that are kept.</summary>
    public const int Kept = 30;

    /// <returns>The ids of the publications whose manifests are kept.</returns>
    /// <param name="history">All publications.</param>
    /// <param name="hold">The hold in force; null for none.</param>
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
    /// Whether a content may be deleted. Recent contents are kept, because they may belong to a publisher that has lost its lock without
    /// having noticed it yet.
    /// </summary>
    public static bool MayRemoveContent(bool isNamed, DateTimeOffset writtenAt, DateTimeOffset writtenBefore) =>
        !isNamed && writtenAt < writtenBefore;

    private static int FiscalYearOf(DateTimeOffset time) => time.InJapan().AddMonths(-3).Year;
}
