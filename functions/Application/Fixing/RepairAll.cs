using KawasakiServerless.Application.Checks;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Fixing;

/// <summary>Mends the cells whose right value is certain (まとめて直す), after each was shown: a new check of the mended workbook.</summary>
public sealed class RepairAll(OpenedChecks opened)
{
    public Task<Opened<EquatableList<ProposedRepair>>> ProposeAsync(Check check, ReportingYear year, CancellationToken cancellation) =>
        opened.ReadAsync<EquatableList<ProposedRepair>>(
            check, year, (workbook, stopping) => [.. workbook.Repairs(stopping).Select(ProposedRepair.Of)], cancellation);

    /// <summary>All of the chosen cells are mended, or none.</summary>
    /// <param name="request">The check, and who sends the form.</param>
    /// <param name="chosen">Keys of cells; null for all that are proposed.</param>
    /// <param name="cancellation">Stops between two steps; the same form sent again goes on.</param>
    public Task<FixOutcome> RepairAsync(FixRequest request, IReadOnlySet<string>? chosen, CancellationToken cancellation) =>
        opened.EditAsync(request, (workbook, stopping) => Repair(workbook, chosen, stopping), cancellation);

    private static Edited Repair(MendableWorkbook workbook, IReadOnlySet<string>? chosen, CancellationToken cancellation)
    {
        var proposals = workbook.Repairs(cancellation)
            .Select(p => (Edit: p.ToEdit(), Shown: ProposedRepair.Of(p))).Where(p => chosen?.Contains(p.Shown.Key) ?? true).ToList();
        return Edited.Apply(workbook, [.. proposals.Select(p => ChangeOf(p.Shown))], [.. proposals.Select(p => p.Edit)], cancellation);
    }

    private static CellChange ChangeOf(ProposedRepair repair) => new(repair.At, repair.Label, repair.Old, repair.New);
}
