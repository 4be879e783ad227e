using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Application.Registers;

/// <summary>Reads which elements of the register, such as departments or policy areas, the records of a year use (台帳の利用).</summary>
public sealed class RegisterUses(CurrentStore current, RecordStore records)
{
    public async Task<RegisterUse> OfYearAsync(FiscalYear year, CancellationToken cancellation)
    {
        var pointers = await current.OfYearAsync(year, cancellation);
        return RegisterUse.Of(await Task.WhenAll(pointers.Select(async p =>
            new DepartmentSubmission(p.Department, p.Submission, p.SubmittedAt, await records.ReadAsync(p.Submission, cancellation)))));
    }

    /// <summary>Whether the year still has the same current submissions as when <paramref name="use"/> was read.</summary>
    public async Task<bool> IsStillAsync(RegisterUse use, FiscalYear year, CancellationToken cancellation)
    {
        var now = (await current.OfYearAsync(year, cancellation)).Select(p => new ReportedBy(p.Department, p.Submission));
        return now.ToHashSet().SetEquals(use.Submissions);
    }
}
