using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Application.Registers;

/// <summary>The records that a department and its predecessors reported the year before.</summary>
/// <param name="Own">The department's own submission; null when it made none.</param>
/// <param name="SubmittedAt">When the latest of the submissions was made; null for none.</param>
public sealed record PredecessorReport(DepartmentRecords Records, string? Own, DateTimeOffset? SubmittedAt)
{
    /// <summary>The records that no other successor reports. Indicators follow their initiatives.</summary>
    public DepartmentRecords Without(IReadOnlySet<string> taken) => taken.Count == 0
        ? Records
        : DepartmentRecords.Of([.. Records.All.Where(r => !taken.Contains(r is Indicator indicator ? indicator.Initiative : r.Id))]);
}

/// <summary>
/// Reads the records that successors take over (引き継ぎ): after a reorganisation, the records of a predecessor continue in its successors'
/// reports.
/// </summary>
public sealed class PredecessorReports(CurrentStore current, RecordStore records)
{
    /// <summary>What the department and its predecessors reported the year before.</summary>
    /// <param name="register">The register of the reporting year.</param>
    /// <param name="year">The reporting year.</param>
    /// <param name="department">Code of the department.</param>
    /// <param name="cancellation">Cancels between two reads.</param>
    public async Task<PredecessorReport> FindAsync(Register register, FiscalYear year, string department, CancellationToken cancellation)
    {
        var pointers = await PointersAsync(register.LineageOf(department), year.Previous, cancellation);
        var all = await Task.WhenAll(pointers.Select(p => records.ReadAsync(p.Submission, cancellation)));
        // After an earlier split, both the department and the part that left it may have reported the same number; the department's own
        // record comes first.
        var together = all.SelectMany(r => r.All).DistinctBy(r => (r.GetType(), r.Id)).ToList();
        return new(
            DepartmentRecords.Of(together),
            pointers.FirstOrDefault(p => p.Department == department)?.Submission,
            pointers.Count == 0 ? null : pointers.Max(p => p.SubmittedAt));
    }

    /// <summary>Whether anything was reported the year before that no other successor reports this year.</summary>
    /// <param name="register">The register of the reporting year.</param>
    /// <param name="year">The reporting year.</param>
    /// <param name="department">Code of the department.</param>
    /// <param name="cancellation">Cancels between two reads.</param>
    public async Task<bool> AnyAsync(Register register, FiscalYear year, string department, CancellationToken cancellation)
    {
        if (register.RelativesOf(department).Count == 0)
            return (await PointersAsync(register.LineageOf(department), year.Previous, cancellation)).Count > 0;
        var taken = await TakenAsync(register, department, await current.OfYearAsync(year, cancellation), cancellation);
        return (await FindAsync(register, year, department, cancellation)).Without(taken).All.Any();
    }

    /// <summary>管理番号 that another successor of the same predecessor reports this year.</summary>
    /// <param name="register">The register of the reporting year.</param>
    /// <param name="department">Code of the department.</param>
    /// <param name="counting">The current submissions of the year.</param>
    /// <param name="cancellation">Cancels between two reads.</param>
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
