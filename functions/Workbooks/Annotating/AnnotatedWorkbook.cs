using System.IO.Compression;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>
/// Writes the problems into the department's own workbook: each cell with a problem gets a coloured fill and a comment, and a list of all
/// problems (指摘一覧) becomes the first sheet.
/// </summary>
public static class AnnotatedWorkbook
{
    /// <summary>
    /// Runs in bounded time and memory for any input and does not throw on damaged or hostile files. The same input yields the same bytes.
    /// </summary>
    /// <param name="original">The uploaded file.</param>
    /// <param name="problems">The problems that <see cref="WorkbookReader"/> found in it.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>An .xlsx: the original with its cells marked, or a workbook with only the list of problems when the original is an .xls,
    /// encrypted or damaged, when it has sheets with Excel 4.0 macros, or when marking it would exceed a limit.</returns>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
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
            // XmlWriter throws InvalidOperationException if the result would have two root elements. This happens for a damaged sheet whose
            // root element is a row, because rows for marked cells are inserted before it.
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
        var capacities = book.Sheets.Select(s => SheetAnswer.Prepare(new(package, book, styles), s, marks.On(s.Name))).ToHashSet();
        package.Write(list.Path, new FindingsSheet(styles, book, budget)
        {
            MarksAreCut = marks.AreCut || capacities.Contains(CommentCapacity.None),
            HasThreads = capacities.Contains(CommentCapacity.BehindThreads),
        }.Part(problems));
        return package.ToBytes(last: styles.Path);
    }
}
