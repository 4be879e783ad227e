using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.Repairing;

namespace KawasakiServerless.Application.Checks;

/// <summary>A workbook that was checked (点検したブック), with what it was read with and what was found.</summary>
public sealed record MendableWorkbook(ReadOnlyMemory<byte> Bytes, WorkbookRequest Request, IReadOnlyList<Problem> Problems)
{
    /// <summary>An input for each cell that can be mended here, those first that keep the report from being submitted.</summary>
    public EquatableList<CellInput> Inputs(CancellationToken cancellation) =>
        CellInputs.Of(Bytes, Request, [.. Problems.Where(p => p.Severity != Severity.Info).OrderBy(p => p.ClassOf())], cancellation);

    /// <summary>The values that are certain.</summary>
    public EquatableList<RepairProposal> Repairs(CancellationToken cancellation) =>
        Workbooks.Repairing.Repairs.Propose(Bytes, Request, cancellation);
}

/// <summary>Finds once, when a workbook is checked, what of it can be mended in the portal.</summary>
internal static class FoundFixes
{
    /// <param name="workbook">As it was read.</param>
    /// <param name="place">Where it is read again.</param>
    /// <param name="cancellation">Of the request.</param>
    /// <returns>None when it takes too long.</returns>
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
