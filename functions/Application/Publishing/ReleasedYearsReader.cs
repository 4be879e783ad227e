using System.Globalization;
using System.Text;
using KawasakiServerless.Domain;
using KawasakiServerless.Site;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Workbooks.Copying;

namespace KawasakiServerless.Application.Publishing;

/// <summary>A reporting year, released for publication or not, with the current submissions that its report contains.</summary>
public sealed record YearInputs(ReportingYear Year, IReadOnlyList<CurrentPointer> Current);

/// <summary>The inputs from which the public site is composed.</summary>
/// <param name="Years">At least one year, newest first. For a publication, these are the released years; the release checklist also uses a
/// year that is not released yet.</param>
public sealed record PublicationInputs(IReadOnlyList<YearInputs> Years)
{
    /// <summary>
    /// The ids from which the same reports can be composed again later, because submissions and register versions are immutable.
    /// </summary>
    public EquatableList<PublishedYear> Published => [.. Years.Select(Of)];

    /// <summary>
    /// A fingerprint of the inputs of the site, equal for equal inputs on every machine. It covers the submissions, the registers, whether
    /// workbooks are published, the newest history entry, all settings of the site, and the code that composes and renders.
    /// </summary>
    /// <param name="site">The settings of the site.</param>
    /// <param name="newest">The publication that made the newest entry of the change history; null if the history is empty.</param>
    public string Fingerprint(SiteOptions site, string? newest)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{site.Address}\n{site.DataLicense}\n{site.FeedbackAddress}\n{site.NextUpdate:yyyy-MM-dd}\n{site.Content.Fingerprint}\n{typeof(SiteRenderer).Module.ModuleVersionId}\n{SiteRenderer.PackingVersion}\n{typeof(Report).Module.ModuleVersionId}\n{newest}\n");
        foreach (var (year, current) in Years)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{year.Year.Year}\n").Append(Encoding.UTF8.GetString(year.Register.ToJson()));
            if (year.Workbooks == WorkbookPublishing.Published)
                text.Append(CultureInfo.InvariantCulture, $"\nworkbooks {PublicCopy.Version}");
            foreach (var pointer in current.OrderBy(p => p.Department, StringComparer.Ordinal))
                text.Append(CultureInfo.InvariantCulture, $"\n{pointer.Department} {pointer.Submission}");
        }

        return Sha256.HexOf(text.ToString());
    }

    private static PublishedYear Of(YearInputs inputs) => new(
        inputs.Year.Year,
        inputs.Year.Register.Version,
        [.. inputs.Current.OrderBy(p => p.Department, StringComparer.Ordinal)
            .Select(p => new PublishedSubmission(p.Department, p.Submission))]);
}

/// <summary>
/// Reads the inputs of the public site, which come only from released years, and composes reports from them. For a preview and for the
/// release checklist, also composes reports of years that are not released.
/// </summary>
public sealed class ReleasedYearsReader(YearStore years, CurrentStore current, RecordStore records, ILogger<ReleasedYearsReader> log)
{
    /// <returns>Null when no year is released.</returns>
    public async Task<PublicationInputs?> InputsAsync(CancellationToken cancellation)
    {
        var released = await years.ReleasedAsync(cancellation);
        var inputs = await Task.WhenAll(released.Select(year => InputsAsync(year, cancellation)));
        return inputs.Length == 0 ? null : new(inputs);
    }

    /// <summary>Reads the current submissions of a year, which need not be released, as its report contains them.</summary>
    public async Task<YearInputs> InputsAsync(ReportingYear year, CancellationToken cancellation) =>
        InputsOf(year, await current.OfYearAsync(year.Year, cancellation));

    /// <summary>
    /// Selects the current submissions that a year's report contains. A department may have submitted just when it was removed from the
    /// register. Its submission is left out, so that it does not block the report of all other departments.
    /// </summary>
    public YearInputs InputsOf(ReportingYear year, IEnumerable<CurrentPointer> pointers)
    {
        var known = pointers.ToLookup(p => year.Register.FindDepartment(p.Department) is not null);
        foreach (var left in known[false])
            log.LogError("Submission {Submission} is left out: the register of {Year} has no such department", left.Submission,
                year.Year.Year);
        return new(year, [.. known[true]]);
    }

    public async Task<SiteInput> ComposeAsync(PublicationInputs inputs, CancellationToken cancellation) =>
        SiteInput.Of(await Task.WhenAll(inputs.Years.Select(year => ComposeAsync(year, cancellation))));

    /// <summary>Composes a year's report again as it was published, from records that are never modified.</summary>
    /// <param name="published">The submissions and the register version that the report was composed from.</param>
    /// <param name="now">The year's present report; a register or records that both reports share are taken from it instead of being read
    /// again. Null to read everything.</param>
    /// <param name="cancellation">Cancellation takes effect between two reads.</param>
    public async Task<Report> RecomposeAsync(PublishedYear published, Report? now, CancellationToken cancellation)
    {
        var register = published.RegisterVersion == now?.Register.Version
            ? now.Register
            : await years.RegisterAsync(published.RegisterVersion, cancellation);
        var known = (now?.Submissions ?? []).ToDictionary(s => s.Id, StringComparer.Ordinal);
        var submissions = await Task.WhenAll(published.Submissions.Select(async s =>
            known.GetValueOrDefault(s.Id)
                ?? new DepartmentSubmission(s.Department, s.Id, default, await records.ReadAsync(s.Id, cancellation))));
        return Report.Compose(published.ReportingYear, register, submissions);
    }

    private async Task<Report> ComposeAsync(YearInputs inputs, CancellationToken cancellation)
    {
        var submissions = await Task.WhenAll(inputs.Current.Select(async pointer =>
            new DepartmentSubmission(
                pointer.Department, pointer.Submission, pointer.SubmittedAt, await records.ReadAsync(pointer.Submission, cancellation))));
        return Report.Compose(inputs.Year.Year, inputs.Year.Register, submissions);
    }
}
