using KawasakiServerless.Application.Checks;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Workbooks.Repairing;

namespace KawasakiServerless.Application.Fixing;

/// <summary>The form in which single cells are mended (ここで直す).</summary>
/// <param name="Fields">Those first that keep the report from being submitted.</param>
/// <param name="InExcel">Findings to be mended that have no input here; none while there are more cells than a form holds.</param>
/// <param name="Whole">Why no cell of the workbook can be mended here; null when some can.</param>
public sealed record FixForm(EquatableList<CellField> Fields, EquatableList<Problem> InExcel, CellRefusal? Whole)
{
    /// <summary>There may be more cells to be mended than the form holds.</summary>
    public bool IsFull => Fields.Count >= CellInputs.Most;
}

/// <summary>
/// Mends cells of a check's workbook as a clerk types them (ここで直す): each time a new check of the mended workbook, with the name of the
/// clerk's file.
/// </summary>
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
        EquatableList<CellField> fields = [.. workbook.Inputs(cancellation).Select(CellField.Of)];
        return new(fields, fields.Count < CellInputs.Most ? OthersOf(workbook, fields) : [], fields.Count > 0 ? null
            : WholeOf(workbook, cancellation));
    }

    private static EquatableList<Problem> OthersOf(MendableWorkbook workbook, IEnumerable<CellField> fields)
    {
        var here = fields.SelectMany(f => f.Problems).ToHashSet();
        return [.. workbook.Problems.Where(p => p.ClassOf() == FindingClass.Mend && !here.Contains(p))];
    }

    private static CellRefusal? WholeOf(MendableWorkbook workbook, CancellationToken cancellation) =>
        WorkbookEditing.Apply(workbook.Bytes, [], cancellation) is EditsRefused { Refused: [var first, ..] }
            ? CellRefusal.Of(first.Reason)
            : null;
}
