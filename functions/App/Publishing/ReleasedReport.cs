using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using KawasakiServerless.Domain;
using KawasakiServerless.Site;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Functions.Publishing;

/// <summary>What the public site is made from: the newest released year and the submissions that count in it.</summary>
public sealed record PublicationInputs(ReportingYear Year, IReadOnlyList<CurrentPointer> Current)
{
    /// <summary>The same for the same inputs, whatever the machine: submissions, register, public address and the code that composes and renders.</summary>
    public string Fingerprint(SiteOptions site)
    {
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{Year.Year.Year}\n{site.Address}\n{typeof(SiteRenderer).Module.ModuleVersionId}\n{typeof(Report).Module.ModuleVersionId}\n")
            .Append(Encoding.UTF8.GetString(Year.Register.ToJson()));
        foreach (var pointer in Current.OrderBy(p => p.Department, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"\n{pointer.Department} {pointer.Submission}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}

/// <summary>Reads what may be shown. Years that are only being prepared are never read for the public site.</summary>
public sealed class ReleasedReport(YearStore years, CurrentStore current, RecordStore records)
{
    /// <returns>Null when no year is released.</returns>
    public async Task<PublicationInputs?> InputsAsync(CancellationToken cancellation)
    {
        var year = await years.NewestReleasedAsync(cancellation);
        return year is null ? null : new(year, await current.OfYearAsync(year.Year, cancellation));
    }

    public async Task<Report> ComposeAsync(PublicationInputs inputs, CancellationToken cancellation)
    {
        var submissions = await Task.WhenAll(inputs.Current.Select(async pointer =>
            new DepartmentSubmission(pointer.Department, pointer.Submission, pointer.SubmittedAt, await records.ReadAsync(pointer.Submission, cancellation))));
        return Report.Compose(inputs.Year.Year, inputs.Year.Register, submissions);
    }
}
