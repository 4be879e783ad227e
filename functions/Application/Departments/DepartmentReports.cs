using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Registers;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Departments;

/// <summary>The state of a department's report (報告の状態).</summary>
/// <param name="Counting">The department's current submission of the year; null if it has not submitted yet.</param>
/// <param name="IsPrefilled">Whether the template is prefilled: with the year's current submission or, if there is none, with the previous
/// year's records of the department and its predecessors.</param>
/// <param name="IsPublished">Whether the public site shows <see cref="Counting"/> now.</param>
public sealed record DepartmentReport(Submission? Counting, bool IsPrefilled, bool IsPublished);

/// <summary>Reads the state of a department's own report.</summary>
public sealed class DepartmentReports(
    CurrentStore current, SubmissionStore submissions, LiveYears liveYears, PredecessorReports predecessors)
{
    public async Task<DepartmentReport> FindAsync(ReportingYear year, Department department, CancellationToken cancellation)
    {
        var pointer = await current.FindAsync(year.Year, department.Code, cancellation);
        var counting = SubmissionId.TryParse(pointer?.Submission, out var id) ? await submissions.FindAsync(id, cancellation) : null;
        var isPrefilled = counting is not null || await predecessors.AnyAsync(year.Register, year.Year, department.Code, cancellation);
        return new(counting, isPrefilled, counting is not null && await IsPublishedAsync(counting, cancellation));
    }

    private async Task<bool> IsPublishedAsync(Submission counting, CancellationToken cancellation) =>
        (await liveYears.FindAsync(cancellation))
            .Any(y => y.ReportingYear == counting.Id.ReportingYear && y.Submissions.Any(s => s.Id == counting.Id.Value));
}
