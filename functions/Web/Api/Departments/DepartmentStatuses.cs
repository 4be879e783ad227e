using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Web.Api.Departments;

/// <summary>A department of a reporting year's register, with its current submission, as the API lists it for staff.</summary>
/// <param name="Status">accepted if the department has a current submission, otherwise notSubmitted.</param>
public sealed record DepartmentStatus(
    string Code, string Name, string Kana, string English, DepartmentKind Kind, string Status, string? Submission,
    DateTimeOffset? SubmittedAt, RecordCounts? Counts);

/// <summary>Lists the departments of a reporting year with their current submissions.</summary>
public sealed class DepartmentStatuses(CurrentStore current, SubmissionStore submissions)
{
    public async Task<IEnumerable<DepartmentStatus>> OfYearAsync(ReportingYear year, CancellationToken cancellation)
    {
        var counting = await Task.WhenAll((await current.OfYearAsync(year.Year, cancellation)).Select(p => FindAsync(p, cancellation)));
        var byDepartment = counting.OfType<Submission>().ToDictionary(s => s.Id.Department, StringComparer.Ordinal);
        return year.Register.Departments.Select(d => StatusOf(d, byDepartment.GetValueOrDefault(d.Code)));
    }

    private async Task<Submission?> FindAsync(CurrentPointer pointer, CancellationToken cancellation) =>
        SubmissionId.TryParse(pointer.Submission, out var id) ? await submissions.FindAsync(id, cancellation) : null;

    private static DepartmentStatus StatusOf(Department d, Submission? counting) => new(
        d.Code, d.Name, d.Kana, d.English, d.Kind, counting is null ? "notSubmitted" : "accepted", counting?.Id.Value, counting?.UploadedAt,
        counting?.Counts);
}
