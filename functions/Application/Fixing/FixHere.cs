using KawasakiServerless.Application.Checks;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Workbooks.Repairing;

namespace KawasakiServerless.Application.Fixing;

/// <summary>The form in which a clerk corrects single cells of a workbook in the portal (ここで直す).</summary>
/// <param name="Fields">One input field for each cell that can be corrected; the cells whose problems block the submission come
/// first.</param>
/// <param name="InExcel">Findings that block the submission and must be corrected in Excel, because the form has no input field for them.
/// Empty if <see cref="IsFull"/>, because then some of these findings may get an input field as soon as other cells are corrected.</param>
/// <param name="Whole">If the workbook cannot be edited in the portal at all, the reason; otherwise null, even if the form has no input
/// fields.</param>
public sealed record FixForm(EquatableList<CellField> Fields, EquatableList<Problem> InExcel, CellRefusal? Whole)
{
    /// <summary>
    /// Whether the form has the maximum number of fields. If so, there may be further cells to correct that the form does not show.
    /// </summary>
    public bool IsFull => Fields.Count >= CellInputs.Most;
}

/// <summary>
/// Writes a clerk's corrections into a workbook that was uploaded for a check (ここで直す). The corrected workbook is checked as a new check,
/// under the file name of the clerk's upload.
/// </summary>
public sealed class FixHere(OpenedChecks opened)
{
    public Task<Opened<FixForm>> FormAsync(Check check, ReportingYear year, CancellationToken cancellation) =>
        opened.ReadAsync(check, year, FormOf, cancellation);

    /// <summary>Writes all of the corrections or, if one of them is refused, none.</summary>
    /// <param name="request">The check, and the form with its sender.</param>
    /// <param name="typed">The entered values by key of the cell. Keys of cells that have no input field are ignored.</param>
    /// <param name="cancellation">Cancellation takes effect between two steps. After a cancellation, submitting the same form again repeats
    /// the correction and completes it.</param>
    public Task<FixOutcome> FixAsync(FixRequest request, IReadOnlyDictionary<string, TypedCell> typed, CancellationToken cancellation) =>
        opened.EditAsync(request, (workbook, stopping) => Fix(workbook, typed, stopping), cancellation);

    private static Edited Fix(FixableWorkbook workbook, IReadOnlyDictionary<string, TypedCell> typed, CancellationToken cancellation)
    {
        var cells = TypedEdits.Of(workbook.Inputs(cancellation), typed);
        return cells.Refused.Count > 0
            ? Edited.Not(new FixOutcome.Refused(cells.Refused, null))
            : Edited.Apply(workbook, cells.Changes, cells.Edits, cancellation);
    }

    private static FixForm FormOf(FixableWorkbook workbook, CancellationToken cancellation)
    {
        EquatableList<CellField> fields = [.. workbook.Inputs(cancellation).Select(CellField.Of)];
        return new(fields, fields.Count < CellInputs.Most ? OthersOf(workbook, fields) : [], fields.Count > 0 ? null
            : WholeOf(workbook, cancellation));
    }

    private static EquatableList<Problem> OthersOf(FixableWorkbook workbook, IEnumerable<CellField> fields)
    {
        var here = fields.SelectMany(f => f.Problems).ToHashSet();
        return [.. workbook.Problems.Where(p => p.ClassOf() == FindingClass.Mend && !here.Contains(p))];
    }

    private static CellRefusal? WholeOf(FixableWorkbook workbook, CancellationToken cancellation) =>
        WorkbookEditing.Apply(workbook.Bytes, [], cancellation) is EditsRefused { Refused: [var first, ..] }
            ? CellRefusal.Of(first.Reason)
            : null;
}
