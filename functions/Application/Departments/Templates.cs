using KawasakiServerless.Application.Registers;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Workbooks.Writing;

namespace KawasakiServerless.Application.Departments;

/// <summary>
/// Makes the workbooks to fill in (様式), prefilled with the department's last report: this year's or, if there is none, last year's
/// including its predecessors' records.
/// </summary>
public sealed class Templates(CurrentStore current, RecordStore records, PredecessorReports predecessors, TimeProvider time)
{
    public async Task<byte[]> MakeAsync(ReportingYear year, Department department, CancellationToken cancellation)
    {
        var counting = await current.OfYearAsync(year.Year, cancellation);
        var (known, at) = counting.FirstOrDefault(p => p.Department == department.Code) is { } own
            ? (await records.ReadAsync(own.Submission, cancellation), own.SubmittedAt)
            : await BeforeAsync(year, department, counting, cancellation);
        return TemplateWriter.Write(new(year.Register, year.Year, department, known, at ?? time.GetUtcNow()));
    }

    // Records that another successor already reports are left out, so that clerks need not delete them by hand.
    private async Task<(DepartmentRecords Records, DateTimeOffset? At)> BeforeAsync(
        ReportingYear year, Department department, IReadOnlyList<CurrentPointer> counting, CancellationToken cancellation)
    {
        var before = await predecessors.FindAsync(year.Register, year.Year, department.Code, cancellation);
        var taken = await predecessors.TakenAsync(year.Register, department.Code, counting, cancellation);
        return (before.Without(taken), before.SubmittedAt);
    }
}
