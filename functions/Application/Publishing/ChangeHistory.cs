using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Publishing;

/// <summary>The result of comparing a new publication with the change history of the site.</summary>
/// <param name="Newest">The id of the publication that made the newest entry of the history: the entry <paramref name="New"/> if it is not
/// null, otherwise the last committed entry. Null when the history is empty and <paramref name="New"/> is null.</param>
/// <param name="New">The entry that this publication adds; null when the publication changes nothing that readers see.</param>
public sealed record ComparedChanges(History History, string? Newest, PublicationChanges? New);

/// <summary>The released years that a publication shows.</summary>
/// <param name="Published">The submissions and the register from which the report of each year is composed.</param>
/// <param name="Reports">The report of each element of <paramref name="Published"/>, in the same order.</param>
public sealed record ComposedYears(EquatableList<PublishedYear> Published, IEnumerable<Report> Reports);

/// <summary>
/// Compares the new publication with the last publication in the change history of the site, so that the history lists every change exactly
/// once.
/// </summary>
public sealed class ChangeHistory(ChangeStore store, ReleasedYearsReader released)
{
    /// <summary>
    /// The result when this publication must be run again and compared with the newest entry of the history, because another publication
    /// was added to the history first, or because an interrupted run of this publication had already added an entry with other changes.
    /// </summary>
    public static PublicationEnd HistoryChanged { get; } = new PublicationEnd.Delayed(
        "Another publication went live in the meantime; the changes must be compared with it.");

    /// <summary>Lists the ids of the publications in the history, oldest first.</summary>
    public Task<IReadOnlyList<string>> NumberedAsync(CancellationToken cancellation) => store.NumberedAsync(cancellation);

    /// <summary>
    /// Compares the reports with those of the newest entry of the history. If readers would see a change, stores a new entry, which becomes
    /// part of the history only with <see cref="TryCommitAsync"/>.
    /// </summary>
    /// <param name="run">The running publication.</param>
    /// <param name="numbered">The ids of the publications that were in the history when this publication began.</param>
    /// <param name="composed">The years that the publication shows.</param>
    /// <param name="cancellation">Cancellation takes effect only before anything is stored.</param>
    /// <returns>Null when this publication has already committed an entry with other changes.</returns>
    public async Task<ComparedChanges?> PrepareAsync(
        PublicationRun run, IReadOnlyList<string> numbered, ComposedYears composed, CancellationToken cancellation)
    {
        var (publication, stored) = (run.Row, await store.ReadAsync(numbered, cancellation));
        var years = await Task.WhenAll(
            composed.Published.Zip(composed.Reports).Select(year => BetweenAsync(year.First, year.Second, stored.Newest, cancellation)));
        if (years.All(y => y.IsEmpty))
            return new(stored.History, stored.Newest?.Publication, null);
        // An entry has the id of this publication, so an earlier run committed it and then crashed. A new entry under the same id would
        // overwrite the committed one. Because of the result null, the caller ends this run without publishing.
        if (numbered.Contains(publication.Id, StringComparer.Ordinal))
            return null;
        var changes = ChangesOf(publication, composed.Published, stored.History, years);
        // Throws if this publication has lost the publish lock. In that case a purge may have taken the lock and rewritten the history, and
        // an entry that still contains the purged data must not be saved.
        await run.Lock.ConfirmAsync(cancellation);
        await store.SaveAsync(changes, stored.ToGather, cancellation);
        return new(stored.History.With(changes.Changes), publication.Id, changes);
    }

    /// <summary>Makes the prepared entry part of the history. Called when the live site already shows the entry.</summary>
    /// <returns>False when another publication was added to the history first.</returns>
    public async Task<bool> TryCommitAsync(ComparedChanges compared, CancellationToken cancellation) =>
        compared.New is not { } changes || await store.TryCommitAsync(changes, cancellation);

    private async Task<Changes> BetweenAsync(PublishedYear now, Report after, PublicationChanges? newest, CancellationToken cancellation)
    {
        var published = newest?.Inputs.FirstOrDefault(y => y.ReportingYear == after.ReportingYear);
        if (published is null)
            return Changes.Between(null, after);
        return published == now
            ? Changes.Between(after, after)
            : Changes.Between(await released.RecomposeAsync(published, after, cancellation), after);
    }

    private static PublicationChanges ChangesOf(
        Publication publication, EquatableList<PublishedYear> published, History history, IEnumerable<Changes> years)
    {
        var last = history.Newest;
        // A publication that waited for the lock may have been requested earlier than the publication of the last entry of the history. Use
        // the later of the two times, so that the times in the history never decrease.
        var at = last is not null && last.PublishedAt > publication.RequestedAt ? last.PublishedAt : publication.RequestedAt;
        return new(publication.Id, published, new((last?.Number ?? 0) + 1, KeyOf(published), at, [.. years.Where(y => !y.IsEmpty)]));
    }

    // The key identifies the entry in the site's feeds. It is unique across cities and storage accounts, because submission ids end in
    // random characters.
    private static string KeyOf(EquatableList<PublishedYear> years) => Sha256.HexOf(
        string.Join(
            '\n', years.Select(y => $"{y.ReportingYear.Year} {y.RegisterVersion} {string.Join(' ', y.Submissions.Select(s => s.Id))}")));
}
