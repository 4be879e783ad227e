using KawasakiServerless.Application.Registers;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Departments;

/// <summary>Where a department's report stands (報告の状態).</summary>
/// <param name="Counting">The submission that counts in the year; null for none yet.</param>
/// <param name="IsPrefilled">Its workbook comes with what it reported before: this year or, with its predecessors, the last.</param>
/// <param name="IsPublished">The last publication began after that submission counted.</param>
public sealed record DepartmentReport(Submission? Counting, bool IsPrefilled, bool IsPublished);

/// <summary>Finds what a department needs to know of its own report.</summary>
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

    // The newest one that went live, or found nothing to change.
    private async Task<bool> IsPublishedAsync(Submission counting, CancellationToken cancellation) =>
        (await publications.HistoryAsync(cancellation))
            .FirstOrDefault(p => p.State is PublicationState.Live or PublicationState.Unchanged) is { } last
        && last.RequestedAt > counting.UploadedAt;
}
