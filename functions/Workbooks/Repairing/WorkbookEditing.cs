using System.IO.Compression;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>
/// Mends cells in a department's own workbook (直したブック): only the named cells change, all else stays as it was, part by part.
/// </summary>
public static class WorkbookEditing
{
    /// <summary>
    /// Whatever the bytes and the edits, it answers in bounded time and memory and does not throw. What is answered has been read again:
    /// each cell shows what was typed.
    /// </summary>
    /// <param name="workbook">As uploaded, an .xlsx or .xlsm; an .xls is refused.</param>
    /// <param name="edits">Made all or none.</param>
    /// <param name="cancellation">Nobody waits for the answer any more.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static EditOutcome Apply(ReadOnlyMemory<byte> workbook, IReadOnlyList<CellEdit> edits, CancellationToken cancellation) =>
        Apply(workbook, edits, () => new(TimeProvider.System, cancellation, Allowance.Marking));

    /// <param name="workbook">As uploaded.</param>
    /// <param name="edits">Made all or none.</param>
    /// <param name="newBudget">One for each reading and for the writing.</param>
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
