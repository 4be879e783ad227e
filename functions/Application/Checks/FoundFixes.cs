using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.Repairing;

namespace KawasakiServerless.Application.Checks;

/// <summary>A checked workbook (点検したブック) with the request it was read with and the problems that were found.</summary>
public sealed record MendableWorkbook(ReadOnlyMemory<byte> Bytes, WorkbookRequest Request, IReadOnlyList<Problem> Problems)
{
    /// <summary>Returns an input for each cell that can be corrected here. Cells that block the submission come first.</summary>
    public EquatableList<CellInput> Inputs(CancellationToken cancellation) =>
        CellInputs.Of(Bytes, Request, [.. Problems.Where(p => p.Severity != Severity.Info).OrderBy(p => p.ClassOf())], cancellation);

    /// <summary>Returns the corrections whose value is certain.</summary>
    public EquatableList<RepairProposal> Repairs(CancellationToken cancellation) =>
        Workbooks.Repairing.Repairs.Propose(Bytes, Request, cancellation);
}

/// <summary>Determines once, while a workbook is checked, which of its cells can be corrected in the portal.</summary>
internal static class FoundFixes
{
    /// <param name="workbook">The workbook as it was read.</param>
    /// <param name="place">The place in the reading gate in which the workbook is read again.</param>
    /// <param name="cancellation">Cancelled with the request.</param>
    /// <returns>No fixes when the search times out.</returns>
    public static async Task<Fixes> FindAsync(MendableWorkbook workbook, Place place, CancellationToken cancellation)
    {
        if (workbook.Problems.All(p => p.Cell is null))
            return Fixes.None;
        try
        {
            return await place.RunAsync(stopping => Find(workbook, stopping), cancellation);
        }
        catch (TimeoutException)
        {
            return Fixes.None;
        }
    }

    private static Fixes Find(MendableWorkbook workbook, CancellationToken cancellation)
    {
        var inputs = workbook.Inputs(cancellation);
        return new(inputs.Count, workbook.Repairs(cancellation).Count, PlacesOf(inputs));
    }

    private static EquatableList<FixPlace> PlacesOf(IEnumerable<CellInput> inputs) =>
    [
        .. inputs.SelectMany(
            i => i.Problems, (i, p) => new FixPlace(p.Sheet ?? i.Sheet, p.Cell ?? i.Cell, new CellName(i.Sheet, i.Cell).Key))
            .DistinctBy(p => (p.Sheet, p.Cells)),
    ];
}
