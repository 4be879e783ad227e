using KawasakiServerless.Application.Registers;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Departments;

/// <summary>The state of a department's report (報告の状態).</summary>
/// <param name="Counting">The department's current submission of the year; null if it has not submitted yet.</param>
/// <param name="IsPrefilled">Whether the template is prefilled: with the year's current submission or, if there is none, with the previous
/// year's records of the department and its predecessors.</param>
/// <param name="IsPublished">Whether the last publication was requested after <see cref="Counting"/> was uploaded, so that it contains that
/// submission.</param>
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

    // Considers only publications that went live or that found the live site already up to date.
    private async Task<bool> IsPublishedAsync(Submission counting, CancellationToken cancellation) =>
        (await publications.HistoryAsync(cancellation))
            .FirstOrDefault(p => p.State is PublicationState.Live or PublicationState.Unchanged) is { } last
        && last.RequestedAt > counting.UploadedAt;
}
