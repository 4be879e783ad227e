using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Workbooks;

namespace KawasakiServerless.Application.Departments;

/// <summary>Workbooks to fill in (様式), prefilled with what the department last reported: this year, or else the year before.</summary>
public sealed class Templates(CurrentStore current, RecordStore records, TimeProvider time)
{
    public async Task<byte[]> MakeAsync(ReportingYear year, Department department, CancellationToken cancellation)
    {
        var pointer = await current.FindAsync(year.Year, department.Code, cancellation)
            ?? await current.FindAsync(year.Year.Previous, department.Code, cancellation);
        var known = pointer is null ? DepartmentRecords.Empty : await records.ReadAsync(pointer.Submission, cancellation);
        return TemplateWriter.Write(new(year.Register, year.Year, department, known, pointer?.SubmittedAt ?? time.GetUtcNow()));
    }
}
