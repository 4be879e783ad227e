using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Publishing;

/// <summary>What the site says of its history.</summary>
/// <param name="Newest">The publication of its newest entry; null when it has none.</param>
/// <param name="New">What this publication adds; null when readers will see nothing new.</param>
public sealed record ComparedChanges(History History, string? Newest, PublicationChanges? New);

/// <summary>
/// Compares what is to be published with the last publication that counts, so that no change is silent and none is told twice.
/// </summary>
public sealed class ChangeHistory(ChangeStore store, ReleasedReport released)
{
    /// <summary>Another publication went live first. What this one changed is to be compared with it.</summary>
    public static PublicationEnd MovedOn { get; } = new PublicationEnd.Delayed(
        "Another publication went live meanwhile; the changes are to be compared with it.");

    /// <summary>The publications whose changes count, oldest first.</summary>
    public Task<IReadOnlyList<string>> NumberedAsync(CancellationToken cancellation) => store.NumberedAsync(cancellation);

    /// <summary>Compares, and writes down what is new. It does not count yet.</summary>
    /// <param name="run">Under way.</param>
    /// <param name="numbered">The publications whose changes count, as they were when this one began.</param>
    /// <param name="published">What its reports are composed of.</param>
    /// <param name="reports">The reports, in the same order.</param>
    /// <param name="cancellation">Stops before anything is written down.</param>
    /// <returns>Null when its entry counts already and says something else.</returns>
    public async Task<ComparedChanges?> PrepareAsync(
        PublicationRun run, IReadOnlyList<string> numbered, EquatableList<PublishedYear> published, IEnumerable<Report> reports,
        CancellationToken cancellation)
    {
        var (publication, stored) = (run.Row, await store.ReadAsync(numbered, cancellation));
        var years = await Task.WhenAll(
            published.Zip(reports).Select(year => BetweenAsync(year.First, year.Second, stored.Newest, cancellation)));
        if (years.All(y => y.IsEmpty))
            return new(stored.History, stored.Newest?.Publication, null);
        // An earlier process of this publication died after its entry counted, and its manifest is gone: a new entry would replace that
        // one.
        if (stored.Newest?.Publication == publication.Id)
            return null;
        var changes = ChangesOf(publication, published, stored.History, years);
        // A purge that took the lock meanwhile has written the history anew.
        await run.Lock.ConfirmAsync(cancellation);
        await store.SaveAsync(changes, stored.ToGather, cancellation);
        return new(stored.History.With(changes.Changes), publication.Id, changes);
    }

    /// <summary>The live site holds what was prepared: now it counts.</summary>
    /// <returns>False when another publication went live first.</returns>
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
        // A publication that waited for its turn may have been asked for before the one that went live meanwhile.
        var at = last is not null && last.PublishedAt > publication.RequestedAt ? last.PublishedAt : publication.RequestedAt;
        return new(publication.Id, published, new((last?.Number ?? 0) + 1, KeyOf(published), at, [.. years.Where(y => !y.IsEmpty)]));
    }

    // Submission ids end at random, so no other city and no other store has the same key.
    private static string KeyOf(EquatableList<PublishedYear> years) => Sha256.HexOf(
        string.Join(
            '\n', years.Select(y => $"{y.ReportingYear.Year} {y.RegisterVersion} {string.Join(' ', y.Submissions.Select(s => s.Id))}")));
}
