using System.IO.Compression;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>
/// Answers a department in its own workbook: a mark on each cell that has a problem, and the list of them (指摘一覧) in front.
/// </summary>
public static class AnnotatedWorkbook
{
    /// <summary>
    /// Whatever the bytes, it answers in bounded time and memory and does not throw. The same input gives the same bytes.
    /// </summary>
    /// <param name="original">As uploaded.</param>
    /// <param name="problems">What <see cref="WorkbookReader"/> found in it.</param>
    /// <param name="cancellation">Nobody waits for the answer any more.</param>
    /// <returns>An .xlsx: the original marked, or one with nothing but the list when the original cannot be marked, or not at a bounded
    /// cost.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static byte[] Write(ReadOnlyMemory<byte> original, IReadOnlyList<Problem> problems, CancellationToken cancellation = default) =>
        Write(original, problems, new Budget(TimeProvider.System, cancellation, Allowance.Marking));

    internal static byte[] Write(ReadOnlyMemory<byte> original, IReadOnlyList<Problem> problems, Budget budget) =>
        TryAnnotate(original, problems, budget)
        ?? Annotate(EmptyWorkbook.ToBytes(), problems, new(TimeProvider.System, budget.Cancellation, Allowance.List));

    private static byte[]? TryAnnotate(ReadOnlyMemory<byte> original, IReadOnlyList<Problem> problems, Budget budget)
    {
        if (original.Length > WorkbookLimits.FileBytes || problems.Any(IsRefusal))
            return null;
        try
        {
            return Annotate(original, problems, budget);
        }
        catch (Exception e) when (SpreadsheetReader.IsDamage(e) || e is InvalidOperationException)
        {
            // XmlWriter answers with InvalidOperationException to a part that would have two roots.
            return null;
        }
    }

    private static bool IsRefusal(Problem problem) =>
        problem.Code == ProblemKinds.NotAWorkbook.Code || problem.Code == ProblemKinds.Encrypted.Code
            || problem.Code == ProblemKinds.TooLarge.Code;

    private static byte[] Annotate(ReadOnlyMemory<byte> original, IReadOnlyList<Problem> problems, Budget budget)
    {
        budget.Look();
        using var archive = new ZipArchive(SpreadsheetReader.StreamOf(original), ZipArchiveMode.Read);
        if (archive.Entries.Count > WorkbookLimits.Entries)
            throw budget.Refuse(WorkbookLimit.Entries);
        var package = new EditedPackage(archive, budget);
        var book = new EditedBook(package);
        book.DropMacros();
        var styles = new MarkStyles(package, book);
        var list = book.ClaimList();
        var marks = CellMarks.Of(problems, book.Sheets.Select(s => s.Name));
        var areCut = marks.AreCut;
        foreach (var sheet in book.Sheets)
            areCut |= SheetAnswer.Prepare(package, book, sheet, styles, marks.On(sheet.Name)) == CommentRoom.None;
        package.Write(list.Path, new FindingsSheet(styles, book, budget) { MarksAreCut = areCut }.Part(problems));
        return package.ToBytes(last: styles.Path);
    }
}
