using KawasakiServerless.Application.Registers;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Departments;

/// <summary>The state of a department's report (報告の状態).</summary>
/// <param name="Counting">The department's current submission of the year; null for none yet.</param>
/// <param name="IsPrefilled">The workbook is prefilled with the last report: this year's or, including its predecessors' records, last
/// year's.</param>
/// <param name="IsPublished">The last publication was requested after that submission was uploaded.</param>
public sealed record DepartmentReport(Submission? Counting, bool IsPrefilled, bool IsPublished);

/// <summary>Reads the state of a department's own report.</summary>
public sealed class DepartmentReports(
    CurrentStore current, SubmissionStore submissions, PublicationStore publications, PredecessorReports predecessors)
{
    public async Task<DepartmentReport> FindAsync(ReportingYear year, Department department, CancellationToken cancellation)
    {
        var pointer = await current.FindAsync(year.Year, department.Code, cancellation);
        var counting = SubmissionId.TryParse(pointer?.Submission, out var id) ? await submissions.FindAsync(id, cancellation) : null;
        var isPrefilled = counting is not null || await predecessors.AnyAsync(year.Register, year.Year, department.Code, cancellation);
        return new(counting, isPrefilled, counting is not null && await IsPublishedAsync(counting, cancellation));
    }

    // Only publications that went live, or that found nothing to change, count.
    private async Task<bool> IsPublishedAsync(Submission counting, CancellationToken cancellation) =>
        (await publications.HistoryAsync(cancellation))
            .FirstOrDefault(p => p.State is PublicationState.Live or PublicationState.Unchanged) is { } last
        && last.RequestedAt > counting.UploadedAt;
}
