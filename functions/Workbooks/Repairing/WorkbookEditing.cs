using System.IO.Compression;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>
/// Changes cells in a department's own workbook (直したブック). All other cells and all other content of the file stay the same, except that
/// formulas which an edit replaced are removed from Excel's list of formulas (calcChain).
/// </summary>
public static class WorkbookEditing
{
    /// <summary>
    /// Applies the edits, or returns the reasons why they are not possible. Runs in bounded time and memory for any file and edits, and
    /// does not throw on damaged or hostile input. Before the edited workbook is returned, it is read again to verify that each edited cell
    /// displays what was typed.
    /// </summary>
    /// <param name="workbook">The uploaded file, an .xlsx or .xlsm; an .xls is refused.</param>
    /// <param name="edits">The edits; either all or none are applied.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public static EditOutcome Apply(ReadOnlyMemory<byte> workbook, IReadOnlyList<CellEdit> edits, CancellationToken cancellation) =>
        Apply(workbook, edits, () => new(TimeProvider.System, cancellation, Allowance.Marking));

    /// <param name="workbook">The uploaded file.</param>
    /// <param name="edits">The edits; either all or none are applied.</param>
    /// <param name="newBudget">Creates a budget, which limits time and memory. It is called once for each reading of the workbook and once
    /// for writing it.</param>
    internal static EditOutcome Apply(ReadOnlyMemory<byte> workbook, IReadOnlyList<CellEdit> edits, Func<Budget> newBudget)
    {
        if (CompoundFile.IsOne(workbook.Span))
            return Refused(EditRefusal.OldFormat);
        try
        {
            return SpreadsheetReader.Read(workbook, newBudget()) is { Workbook: { } read }
                ? Apply(new OpenedWorkbook(workbook, read), edits, newBudget)
                : Refused(EditRefusal.NotEditable);
        }
        catch (Exception e) when (SpreadsheetReader.IsDamage(e))
        {
            return Refused(EditRefusal.NotEditable);
        }
    }

    private static EditOutcome Apply(OpenedWorkbook opened, IReadOnlyList<CellEdit> edits, Func<Budget> newBudget)
    {
        var plan = EditPlan.Of(opened.Read, edits);
        if (plan.Refusals is { Count: > 0 } refused)
            return new EditsRefused(refused);
        if (plan.BySheet.Count == 0)
            return new WorkbookEdited(opened.Bytes);
        var written = Write(opened.Bytes, plan, newBudget());
        if (plan.Refusals is { Count: > 0 } found)
            return new EditsRefused(found);
        return SpreadsheetReader.Read(written, newBudget()) is { Workbook: { } again }
            && EditComparison.IsAsPlanned(opened.Read, again, plan)
            ? new WorkbookEdited(written)
            : Refused(EditRefusal.NotEditable);
    }

    private static byte[] Write(ReadOnlyMemory<byte> workbook, EditPlan plan, Budget budget)
    {
        using var archive = new ZipArchive(SpreadsheetReader.StreamOf(workbook), ZipArchiveMode.Read);
        var parts = new EditedParts(archive, budget);
        new SheetEdits(new(archive, budget), parts, plan).Prepare();
        return plan.Refusals.Count > 0 ? [] : parts.ToBytes();
    }

    private static EditsRefused Refused(EditRefusal reason) => new(new EquatableList<RefusedEdit>([new(null, reason)]));

    private sealed record OpenedWorkbook(ReadOnlyMemory<byte> Bytes, Spreadsheet Read);
}
