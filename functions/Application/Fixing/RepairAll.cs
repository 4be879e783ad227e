using KawasakiServerless.Application.Checks;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Fixing;

/// <summary>
/// Corrects the cells whose correct value is certain (まとめて直す), after the clerk has seen each correction. The corrected workbook is checked
/// again as a new check.
/// </summary>
public sealed class RepairAll(OpenedChecks opened)
{
    public Task<Opened<EquatableList<ProposedRepair>>> ProposeAsync(Check check, ReportingYear year, CancellationToken cancellation) =>
        opened.ReadAsync<EquatableList<ProposedRepair>>(
            check, year, (workbook, stopping) => [.. workbook.Repairs(stopping).Select(ProposedRepair.Of)], cancellation);

    /// <summary>Writes all of the chosen corrections or, if one of them is refused, none.</summary>
    /// <param name="request">The check, and the form with its sender.</param>
    /// <param name="chosen">Keys of the cells to correct; null for all proposed corrections.</param>
    /// <param name="cancellation">Cancellation takes effect between two steps. After a cancellation, submitting the same form again repeats
    /// the correction and completes it.</param>
    public Task<FixOutcome> RepairAsync(FixRequest request, IReadOnlySet<string>? chosen, CancellationToken cancellation) =>
        opened.EditAsync(request, (workbook, stopping) => Repair(workbook, chosen, stopping), cancellation);

    private static Edited Repair(FixableWorkbook workbook, IReadOnlySet<string>? chosen, CancellationToken cancellation)
    {
        var proposals = workbook.Repairs(cancellation)
            .Select(p => (Edit: p.ToEdit(), Shown: ProposedRepair.Of(p))).Where(p => chosen?.Contains(p.Shown.Key) ?? true).ToList();
        return Edited.Apply(workbook, [.. proposals.Select(p => ChangeOf(p.Shown))], [.. proposals.Select(p => p.Edit)], cancellation);
    }

    private static CellChange ChangeOf(ProposedRepair repair) => new(repair.At, repair.Label, repair.Old, repair.New);
}
