using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.Repairing;

namespace KawasakiServerless.Application.Checks;

/// <summary>
/// The workbook of a check (点検したブック), with the problems that the check found, and the request (year, department and earlier records) with
/// which the workbook is read.
/// </summary>
public sealed record FixableWorkbook(ReadOnlyMemory<byte> Bytes, WorkbookRequest Request, IReadOnlyList<Problem> Problems)
{
    /// <summary>
    /// Returns an input field for each cell with an error or a warning that can be corrected in the portal, up to
    /// <see cref="CellInputs.Most"/> fields. Cells with problems that block the submission come first.
    /// </summary>
    public EquatableList<CellInput> Inputs(CancellationToken cancellation) =>
        CellInputs.Of(Bytes, Request, [.. Problems.Where(p => p.Severity != Severity.Info).OrderBy(p => p.ClassOf())], cancellation);

    /// <summary>Returns the corrections that need no decision by a person, because only one value can be correct.</summary>
    public EquatableList<RepairProposal> Repairs(CancellationToken cancellation) =>
        Workbooks.Repairing.Repairs.Propose(Bytes, Request, cancellation);
}

/// <summary>
/// Determines which cells of a workbook can be corrected in the portal. The number of these cells and the link from each finding to its
/// cell are stored with the check, so that the page of the check can be shown without reading the workbook again.
/// </summary>
internal static class FoundFixes
{
    /// <param name="workbook">The workbook, with the problems that reading it has found.</param>
    /// <param name="place">The caller's slot in the gate that limits how many workbooks are read at the same time.</param>
    /// <param name="cancellation">Cancelled when the client disconnects.</param>
    /// <returns>The possible corrections; <see cref="Fixes.None"/> when no problem names a cell or the search times out.</returns>
    public static async Task<Fixes> FindAsync(FixableWorkbook workbook, Place place, CancellationToken cancellation)
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

    private static Fixes Find(FixableWorkbook workbook, CancellationToken cancellation)
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
