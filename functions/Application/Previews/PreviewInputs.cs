using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Previews;

/// <summary>Who looks at which year before it is public (公開前の確認).</summary>
/// <param name="Year">Shown whether it is released or not, beside every released year.</param>
/// <param name="Departments">
/// Codes of the departments whose unpublished submissions the person may see; null for all of them. Of the others only what is public is
/// shown.
/// </param>
public sealed record PreviewScope(FiscalYear Year, EquatableList<string>? Departments);

/// <summary>Chooses the submissions that a preview is composed of.</summary>
public sealed class PreviewInputs(YearStore years, CurrentStore current, PublicationStore publications, ManifestStore manifests)
{
    /// <returns>The years with their submissions; null when the year is not open.</returns>
    public async Task<EquatableList<PublishedYear>?> FindAsync(PreviewScope scope, CancellationToken cancellation)
    {
        if (await years.FindAsync(scope.Year, cancellation) is not { } asked)
            return null;
        var released = await years.ReleasedAsync(cancellation);
        var live = scope.Departments is null ? [] : await LiveAsync(cancellation);
        List<PublishedYear> chosen = [];
        foreach (var year in released.Where(y => y.Year != asked.Year).Append(asked).OrderByDescending(y => y.Year))
            chosen.Add(Of(year, await current.OfYearAsync(year.Year, cancellation), live, scope));
        return [.. chosen];
    }

    private static PublishedYear Of(
        ReportingYear year, IReadOnlyList<CurrentPointer> counting, EquatableList<PublishedYear> live, PreviewScope scope)
    {
        var own = counting.Where(p => scope.Departments?.Contains(p.Department) != false)
            .Select(p => new PublishedSubmission(p.Department, p.Submission)).ToList();
        var others = live.FirstOrDefault(y => y.ReportingYear == year.Year)?.Submissions.Where(
            s => scope.Departments?.Contains(s.Department) == false)
            ?? [];
        return new(year.Year, year.Register.Version, [.. own.Concat(others).OrderBy(s => s.Department, StringComparer.Ordinal)]);
    }

    // What readers see now: of departments that the person has no role for nothing else may be shown.
    private async Task<EquatableList<PublishedYear>> LiveAsync(CancellationToken cancellation)
    {
        var history = await publications.HistoryAsync(cancellation);
        return history.LiveManifests().FirstOrDefault() is { } manifest
            ? (await manifests.FindAsync(manifest, cancellation))?.Years ?? []
            : [];
    }
}
