using KawasakiServerless.Application.Checks;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Workbooks;

namespace KawasakiServerless.Application.Fixing;

/// <summary>Mends the cells whose right value is certain (まとめて直す), after each was shown: a new check of the mended workbook.</summary>
public sealed class RepairAll(OpenedChecks opened)
{
    public Task<Opened<EquatableList<RepairProposal>>> ProposeAsync(Check check, ReportingYear year, CancellationToken cancellation) =>
        opened.ReadAsync(check, year, (workbook, stopping) => workbook.Repairs(stopping), cancellation);

    /// <summary>All of the chosen cells are mended, or none.</summary>
    /// <param name="request">The check, and who sends the form.</param>
    /// <param name="chosen">Keys of cells; null for all that are proposed.</param>
    /// <param name="cancellation">Stops between two steps; the same form sent again goes on.</param>
    public Task<FixOutcome> RepairAsync(FixRequest request, IReadOnlySet<string>? chosen, CancellationToken cancellation) =>
        opened.EditAsync(request, (workbook, stopping) => Repair(workbook, chosen, stopping), cancellation);

    /// <summary>Names a proposal in a form.</summary>
    public static string KeyOf(RepairProposal proposal) => NameOf(proposal).Key;

    private static Edited Repair(MendableWorkbook workbook, IReadOnlySet<string>? chosen, CancellationToken cancellation)
    {
        var proposals = workbook.Repairs(cancellation).Where(p => chosen?.Contains(KeyOf(p)) ?? true).ToList();
        return Edited.Apply(workbook, [.. proposals.Select(ChangeOf)], [.. proposals.Select(p => p.ToEdit())], cancellation);
    }

    private static CellChange ChangeOf(RepairProposal proposal) => new(NameOf(proposal), proposal.Label, proposal.Old, proposal.New.Text);

    private static CellName NameOf(RepairProposal proposal) => new(proposal.Sheet, proposal.Cell);
}
