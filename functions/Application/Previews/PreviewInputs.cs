using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Previews;

/// <summary>Which year a person previews (公開前の確認), and which departments' unpublished submissions the person may see.</summary>
/// <param name="Year">The previewed year, released for publication or not. The preview also contains every released year.</param>
/// <param name="Departments">Codes of the departments whose unpublished submissions the person may see; null for all departments. Of all
/// other departments, the preview shows the published submissions.</param>
public sealed record PreviewScope(FiscalYear Year, EquatableList<string>? Departments);

/// <summary>Selects the submissions that a preview contains.</summary>
public sealed class PreviewInputs(YearStore years, ReleasedYearsReader reader, LiveYears liveYears)
{
    /// <returns>The previewed year and the released years, with their submissions; null when the previewed year does not exist in the app,
    /// because it was never opened for reporting.</returns>
    public async Task<EquatableList<PublishedYear>?> FindAsync(PreviewScope scope, CancellationToken cancellation)
    {
        if (await years.FindAsync(scope.Year, cancellation) is not { } asked)
            return null;
        var released = await years.ReleasedAsync(cancellation);
        // Of the departments that the person's role does not cover, the preview shows what is public instead of newer submissions.
        var live = scope.Departments is null ? [] : await liveYears.FindAsync(cancellation);
        List<PublishedYear> chosen = [];
        foreach (var year in released.Where(y => y.Year != asked.Year).Append(asked).OrderByDescending(y => y.Year))
            chosen.Add(Of(await reader.InputsAsync(year, cancellation), live, scope));
        return [.. chosen];
    }

    private static PublishedYear Of(YearInputs inputs, EquatableList<PublishedYear> live, PreviewScope scope)
    {
        var year = inputs.Year;
        var own = inputs.Current.Where(p => scope.Departments?.Contains(p.Department) != false)
            .Select(p => new PublishedSubmission(p.Department, p.Submission)).ToList();
        var others = live.FirstOrDefault(y => y.ReportingYear == year.Year)?.Submissions.Where(
            s => scope.Departments?.Contains(s.Department) == false)
            ?? [];
        return new(year.Year, year.Register.Version, [.. own.Concat(others).OrderBy(s => s.Department, StringComparer.Ordinal)]);
    }
}
