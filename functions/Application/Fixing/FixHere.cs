using KawasakiServerless.Application.Checks;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Workbooks;

namespace KawasakiServerless.Application.Fixing;

/// <summary>The form in which single cells are mended (ここで直す).</summary>
/// <param name="Inputs">Those first that keep the report from being submitted.</param>
/// <param name="InExcel">Findings to be mended that have no input here.</param>
/// <param name="Whole">Why no cell of the workbook can be mended here; null when some can.</param>
public sealed record FixForm(EquatableList<CellInput> Inputs, EquatableList<Problem> InExcel, EditRefusal? Whole);

/// <summary>Mends cells of a check's workbook as a clerk types them (ここで直す): each time a new check of the mended workbook, with the name of the clerk's file.</summary>
public sealed class FixHere(OpenedChecks opened)
{
    public Task<Opened<FixForm>> FormAsync(Check check, ReportingYear year, CancellationToken cancellation) =>
        opened.ReadAsync(check, year, FormOf, cancellation);

    /// <summary>All of the cells are mended, or none.</summary>
    /// <param name="request">The check, and who sends the form.</param>
    /// <param name="typed">By the key of the cell; what is no input of the check is left out.</param>
    /// <param name="cancellation">Stops between two steps; the same form sent again goes on.</param>
    public Task<FixOutcome> FixAsync(FixRequest request, IReadOnlyDictionary<string, TypedCell> typed, CancellationToken cancellation) =>
        opened.EditAsync(request, (workbook, stopping) => Fix(workbook, typed, stopping), cancellation);

    private static Edited Fix(MendableWorkbook workbook, IReadOnlyDictionary<string, TypedCell> typed, CancellationToken cancellation)
    {
        var cells = TypedEdits.Of(workbook.Inputs(cancellation), typed);
        return cells.Refused.Count > 0
            ? Edited.Not(new FixOutcome.Refused(cells.Refused, null))
            : Edited.Apply(workbook, cells.Changes, cells.Edits, cancellation);
    }

    private static FixForm FormOf(MendableWorkbook workbook, CancellationToken cancellation)
    {
        var inputs = workbook.Inputs(cancellation);
        var here = inputs.SelectMany(i => i.Problems).ToHashSet();
        EquatableList<Problem> others = [.. workbook.Problems.Where(p => p.ClassOf() == FindingClass.Mend && !here.Contains(p))];
        return new(inputs, others, inputs.Count > 0 ? null : WholeOf(workbook, cancellation));
    }

    private static EditRefusal? WholeOf(MendableWorkbook workbook, CancellationToken cancellation) =>
        WorkbookEditing.Apply(workbook.Bytes, [], cancellation) is EditsRefused { Refused: [var first, ..] } ? first.Reason : null;
}
