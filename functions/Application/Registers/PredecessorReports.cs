using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Application.Registers;

/// <summary>The records that a department and its predecessors reported in the previous year.</summary>
/// <param name="SubmittedAt">When the latest of the submissions with these records was made; null if there is no submission.</param>
public sealed record PredecessorReport(DepartmentRecords Records, DateTimeOffset? SubmittedAt)
{
    /// <summary>
    /// Returns the records without those whose 管理番号 (record id) is in <paramref name="taken"/>, because a related department, such as
    /// another successor of the same predecessor, already reports them. An indicator is left out together with its initiative.
    /// </summary>
    public DepartmentRecords Without(IReadOnlySet<string> taken) => taken.Count == 0
        ? Records
        : DepartmentRecords.Of([.. Records.All.Where(r => !taken.Contains(r is Indicator indicator ? indicator.Initiative : r.Id))]);
}

/// <summary>
/// Reads the records that a department takes over from its predecessors (引き継ぎ). After a reorganisation, the successors continue the records
/// of a predecessor in their reports.
/// </summary>
public sealed class PredecessorReports(CurrentStore current, RecordStore records)
{
    /// <summary>Reads the records that the department and its predecessors reported in the year before the given reporting year.</summary>
    /// <param name="register">The register of the reporting year.</param>
    /// <param name="year">The reporting year.</param>
    /// <param name="department">Code of the department.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    public async Task<PredecessorReport> FindAsync(Register register, FiscalYear year, string department, CancellationToken cancellation)
    {
        var pointers = await PointersAsync(register.LineageOf(department), year.Previous, cancellation);
        var all = await Task.WhenAll(pointers.Select(p => records.ReadAsync(p.Submission, cancellation)));
        // If a department was split earlier, both the department and the one split off may have reported a record with the same 管理番号. The
        // department's own record is preferred.
        var together = all.SelectMany(r => r.All).DistinctBy(r => (r.GetType(), r.Id)).ToList();
        return new(
            DepartmentRecords.Of(together),
            pointers.Count == 0 ? null : pointers.Max(p => p.SubmittedAt));
    }

    /// <summary>
    /// Whether the previous year's records of the department and its predecessors include one that no related department, such as another
    /// successor of the same predecessor, reports in the given year. If there is no related department, the result is true as soon as the
    /// department or one of its predecessors submitted in the previous year.
    /// </summary>
    /// <param name="register">The register of the reporting year.</param>
    /// <param name="year">The reporting year.</param>
    /// <param name="department">Code of the department.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    public async Task<bool> AnyAsync(Register register, FiscalYear year, string department, CancellationToken cancellation)
    {
        if (register.RelativesOf(department).Count == 0)
            return (await PointersAsync(register.LineageOf(department), year.Previous, cancellation)).Count > 0;
        var taken = await TakenAsync(register, department, await current.OfYearAsync(year, cancellation), cancellation);
        return (await FindAsync(register, year, department, cancellation)).Without(taken).All.Any();
    }

    /// <summary>
    /// Returns the 管理番号 (record ids) of the records that a related department, such as another successor of the same predecessor, reports
    /// in the reporting year. Indicators are not listed, because each belongs to an initiative that is listed.
    /// </summary>
    /// <param name="register">The register of the reporting year.</param>
    /// <param name="department">Code of the department.</param>
    /// <param name="counting">The current submissions of the reporting year.</param>
    /// <param name="cancellation">Cancels the reads.</param>
    public async Task<IReadOnlySet<string>> TakenAsync(
        Register register, string department, IReadOnlyList<CurrentPointer> counting, CancellationToken cancellation)
    {
        var relatives = register.RelativesOf(department).Select(d => d.Code).ToHashSet(StringComparer.Ordinal);
        var reports = counting.Where(p => relatives.Contains(p.Department));
        var all = await Task.WhenAll(reports.Select(p => records.ReadAsync(p.Submission, cancellation)));
        return all.SelectMany(r => r.All).Where(r => r is not Indicator).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
    }

    private async Task<IReadOnlyList<CurrentPointer>> PointersAsync(
        IReadOnlyList<string> codes, FiscalYear year, CancellationToken cancellation)
    {
        var found = await Task.WhenAll(codes.Select(code => current.FindAsync(year, code, cancellation)));
        return [.. found.OfType<CurrentPointer>()];
    }
}
