using KawasakiServerless.Application.Registers;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Workbooks.Writing;

namespace KawasakiServerless.Application.Departments;

/// <summary>
/// Creates the workbooks that departments fill in (様式). A template is prefilled with the reporting year's current submission or, if there
/// is none, with the previous year's records of the department and its predecessors.
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

    // Reads the records of the previous year. Leaves out those that a related department, such as another successor of the same former
    // department, has already submitted, so that clerks need not delete them by hand.
    private async Task<(DepartmentRecords Records, DateTimeOffset? At)> BeforeAsync(
        ReportingYear year, Department department, IReadOnlyList<CurrentPointer> counting, CancellationToken cancellation)
    {
        var before = await predecessors.FindAsync(year.Register, year.Year, department.Code, cancellation);
        var taken = await predecessors.TakenAsync(year.Register, department.Code, counting, cancellation);
        return (before.Without(taken), before.SubmittedAt);
    }
}
