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

/// <summary>A released reporting year and the submissions that count in it.</summary>
public sealed record YearInputs(ReportingYear Year, IReadOnlyList<CurrentPointer> Current);

/// <summary>What the public site is made from.</summary>
/// <param name="Years">Newest first, at least one.</param>
public sealed record PublicationInputs(IReadOnlyList<YearInputs> Years)
{
    /// <summary>Enough to compose the same reports again: what was submitted and the registers never change.</summary>
    public EquatableList<PublishedYear> Published => [.. Years.Select(Of)];

    /// <summary>
    /// The same for the same inputs, whatever the machine: submissions, registers, whether their workbooks are published, history, public
    /// address, licence, content and the code that composes and renders.
    /// </summary>
    /// <param name="site">Its settings.</param>
    /// <param name="newest">The newest entry of the history that the site shows; null for none.</param>
    public string Fingerprint(SiteOptions site, string? newest)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{site.Address}\n{site.DataLicense}\n{site.FeedbackAddress}\n{site.Content.Fingerprint}\n{typeof(SiteRenderer).Module.ModuleVersionId}\n{SiteRenderer.PackingVersion}\n{typeof(Report).Module.ModuleVersionId}\n{newest}\n");
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

/// <summary>Reads what may be shown. Years that are only being prepared are never read for the public site.</summary>
public sealed class ReleasedReport(YearStore years, CurrentStore current, RecordStore records, ILogger<ReleasedReport> log)
{
    /// <returns>Null when no year is released.</returns>
    public async Task<PublicationInputs?> InputsAsync(CancellationToken cancellation)
    {
        var released = await years.ReleasedAsync(cancellation);
        var inputs = await Task.WhenAll(released.Select(async year => new YearInputs(year, await KnownAsync(year, cancellation))));
        return inputs.Length == 0 ? null : new(inputs);
    }

    public async Task<SiteInput> ComposeAsync(PublicationInputs inputs, CancellationToken cancellation) =>
        SiteInput.Of(await Task.WhenAll(inputs.Years.Select(year => ComposeAsync(year, cancellation))));

    /// <summary>A year's report as it was published, from the records that stay as they were.</summary>
    /// <param name="published">What it was made from.</param>
    /// <param name="now">The year's report of today, if it is at hand: what both have in common is not read again.</param>
    /// <param name="cancellation">Cancels between two reads.</param>
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

    // A department that submitted at the very moment at which it was taken out of the register must not hold up everybody else's report.
    private async Task<IReadOnlyList<CurrentPointer>> KnownAsync(ReportingYear year, CancellationToken cancellation)
    {
        var all = await current.OfYearAsync(year.Year, cancellation);
        var known = all.Where(p => year.Register.FindDepartment(p.Department) is not null).ToList();
        foreach (var left in all.Except(known))
            log.LogError("Submission {Submission} is left out: the register of {Year} has no such department", left.Submission,
                year.Year.Year);
        return known;
    }

    private async Task<Report> ComposeAsync(YearInputs inputs, CancellationToken cancellation)
    {
        var submissions = await Task.WhenAll(inputs.Current.Select(async pointer =>
            new DepartmentSubmission(
                pointer.Department, pointer.Submission, pointer.SubmittedAt, await records.ReadAsync(pointer.Submission, cancellation))));
        return Report.Compose(inputs.Year.Year, inputs.Year.Register, submissions);
    }
}
