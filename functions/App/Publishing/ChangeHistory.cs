using System.Security.Cryptography;
using System.Text;
using KawasakiServerless.Domain;
using KawasakiServerless.Site;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Functions.Publishing;

/// <summary>What the site says of its history, and what of it this publication adds; null when readers will see nothing new.</summary>
public sealed record ComparedChanges(History History, PublicationChanges? New);

/// <summary>Compares what is to be published with the last publication that counts, so that no change is silent and none is told twice.</summary>
public sealed class ChangeHistory(ChangeStore store, ReleasedReport released)
{
    /// <summary>Compares, and writes down what is new. It does not count yet.</summary>
    public async Task<ComparedChanges> PrepareAsync(Publication publication, PublicationInputs inputs, SiteInput input, CancellationToken cancellation)
    {
        var stored = await store.ReadAsync(cancellation);
        var years = await Task.WhenAll(inputs.Years.Zip(input.Years).Select(year => BetweenAsync(year.First, year.Second, stored.Newest, cancellation)));
        if (years.All(y => y.IsEmpty))
            return new(stored.History, null);
        var changes = ChangesOf(publication, inputs, stored.History, years);
        await store.SaveAsync(changes, cancellation);
        return new(stored.History.With(changes.Changes), changes);
    }

    /// <summary>The live site holds what was prepared: now it counts.</summary>
    public Task CommitAsync(ComparedChanges compared, CancellationToken cancellation) =>
        compared.New is { } changes ? store.CommitAsync(changes, cancellation) : Task.CompletedTask;

    private async Task<Changes> BetweenAsync(YearInputs inputs, Report after, PublicationChanges? newest, CancellationToken cancellation)
    {
        var published = newest?.Inputs.FirstOrDefault(y => y.ReportingYear == after.ReportingYear);
        if (published is null)
            return Changes.Between(null, after);
        return published == Of(inputs)
            ? Changes.Between(after, after)
            : Changes.Between(await released.RecomposeAsync(published, after, cancellation), after);
    }

    private static PublicationChanges ChangesOf(Publication publication, PublicationInputs inputs, History history, IEnumerable<Changes> years)
    {
        EquatableList<PublishedYear> published = [.. inputs.Years.Select(Of)];
        var last = history.Newest;
        // A publication that waited for its turn may have been asked for before the one that went live meanwhile.
        var at = last is not null && last.PublishedAt > publication.RequestedAt ? last.PublishedAt : publication.RequestedAt;
        return new(publication.Id, published, new((last?.Number ?? 0) + 1, KeyOf(published), at, [.. years.Where(y => !y.IsEmpty)]));
    }

    private static PublishedYear Of(YearInputs inputs) => new(
        inputs.Year.Year,
        inputs.Year.Register.Version,
        [.. inputs.Current.OrderBy(p => p.Department, StringComparer.Ordinal).Select(p => new PublishedSubmission(p.Department, p.Submission))]);

    // Submission ids end at random, so no other city and no other store has the same key.
    private static string KeyOf(EquatableList<PublishedYear> years) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', years.Select(y => $"{y.ReportingYear.Year} {y.RegisterVersion} {string.Join(' ', y.Submissions.Select(s => s.Id))}")))));
}
