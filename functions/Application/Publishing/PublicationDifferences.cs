using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Publishing;

/// <summary>
/// The difference between two publications (公開の差分), of which one counts as the old state and the other as the new state. In the preview of
/// a restore, the earlier publication counts as the new state.
/// </summary>
/// <param name="Years">The changes of each year that the new publication contains, newest year first; years without changes are left
/// out.</param>
/// <param name="Withdrawn">Years that only the old publication contains, newest first.</param>
public sealed record PublicationDifference(EquatableList<Changes> Years, EquatableList<FiscalYear> Withdrawn)
{
    /// <summary>Years for which only the new publication contains copies of the submitted workbooks.</summary>
    public EquatableList<FiscalYear> WorkbooksPublished { get; init; } = [];

    /// <summary>Years for which only the old publication contains copies of the submitted workbooks.</summary>
    public EquatableList<FiscalYear> WorkbooksWithheld { get; init; } = [];

    /// <summary>
    /// Paths of all files of the site that only one of the publications contains or whose contents differ, in alphabetical order: also
    /// those that change because of the register, the texts, the design or a new version of the app.
    /// </summary>
    public EquatableList<string> Files { get; init; } = [];

    /// <summary>Whether no record of a report differs, and the same years and workbooks are published. Files may differ.</summary>
    public bool HasSameReports =>
        Years.Count == 0 && Withdrawn.Count == 0 && WorkbooksPublished.Count == 0 && WorkbooksWithheld.Count == 0;
}

/// <summary>
/// Compares two publications record by record, and their files by content. Composes the reports of each publication again from the
/// submissions that its manifest (the stored list of its files and submissions) contains.
/// </summary>
public sealed class PublicationDifferences(PublicationStore publications, ManifestStore manifests, ReleasedYearsReader released)
{
    /// <param name="before">Id of the publication that counts as the old state; null for the publication that is live now.</param>
    /// <param name="after">Id of the publication that counts as the new state; null for the publication that is live now.</param>
    /// <param name="cancellation">Cancellation takes effect between two reads.</param>
    /// <returns>Null when one of the publications does not exist or refers to no manifest, or when its manifest is missing or damaged. A
    /// publication that was never live may refer to the manifest of another one: an unchanged one to that of the live site, a restore to
    /// that of the publication that it restores.</returns>
    public async Task<PublicationDifference?> BetweenAsync(string? before, string? after, CancellationToken cancellation)
    {
        var history = await publications.HistoryAsync(cancellation);
        if (await ManifestOfAsync(history, before, cancellation) is not { } old
            || await ManifestOfAsync(history, after, cancellation) is not { } now)
            return null;
        var (copiesBefore, copiesAfter) = (YearsWithWorkbooks(old), YearsWithWorkbooks(now));
        return await BetweenAsync(old.Years, now.Years, cancellation) with
        {
            WorkbooksPublished = [.. copiesAfter.Except(copiesBefore)],
            WorkbooksWithheld = [.. copiesBefore.Except(copiesAfter)],
            Files = [.. FilesBetween(old.Files, now.Files)],
        };
    }

    private static IEnumerable<string> FilesBetween(
        IReadOnlyDictionary<string, ManifestFile> old, IReadOnlyDictionary<string, ManifestFile> now) =>
        old.Keys.Union(now.Keys, StringComparer.Ordinal)
            .Where(path => old.GetValueOrDefault(path)?.Sha256 != now.GetValueOrDefault(path)?.Sha256)
            .Order(StringComparer.Ordinal);

    private static List<FiscalYear> YearsWithWorkbooks(Manifest manifest) =>
        [.. manifest.Years.Select(y => y.ReportingYear)
            .Where(y => manifest.Files.Keys.Any(p => p.StartsWith(PublishedWorkbook.FolderOf(y), StringComparison.Ordinal)))];

    private async Task<PublicationDifference> BetweenAsync(
        EquatableList<PublishedYear> old, EquatableList<PublishedYear> now, CancellationToken cancellation)
    {
        List<Changes> changes = [];
        foreach (var year in now.OrderByDescending(y => y.ReportingYear))
            changes.Add(await BetweenAsync(old.FirstOrDefault(y => y.ReportingYear == year.ReportingYear), year, cancellation));
        var withdrawn = old.Select(y => y.ReportingYear).Except(now.Select(y => y.ReportingYear)).OrderDescending();
        return new([.. changes.Where(c => !c.IsEmpty)], [.. withdrawn]);
    }

    private async Task<Changes> BetweenAsync(PublishedYear? old, PublishedYear now, CancellationToken cancellation)
    {
        var after = await released.RecomposeAsync(now, now: null, cancellation);
        return Changes.Between(old is null ? null : await released.RecomposeAsync(old, after, cancellation), after);
    }

    private async Task<Manifest?> ManifestOfAsync(IReadOnlyList<Publication> history, string? id, CancellationToken cancellation)
    {
        var manifest = id is null ? history.LiveManifests().FirstOrDefault() : history.FirstOrDefault(p => p.Id == id)?.Manifest;
        return manifest is null ? null : await manifests.FindAsync(manifest, cancellation);
    }
}
