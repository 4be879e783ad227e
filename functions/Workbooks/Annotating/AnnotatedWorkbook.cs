using System.IO.Compression;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks;

/// <summary>Answers a department in its own workbook: a mark on each cell that has a problem, and the list of them (指摘一覧) in front.</summary>
public static class AnnotatedWorkbook
{
    /// <summary>Whatever the bytes, it answers and does not throw. The same input gives the same bytes.</summary>
    /// <param name="original">As uploaded.</param>
    /// <param name="problems">What <see cref="WorkbookReader"/> found in it.</param>
    /// <param name="cancellation">Nobody waits for the answer any more.</param>
    /// <returns>An .xlsx: the original marked, or one with nothing but the list when the original is no workbook that can be marked.</returns>
    public static byte[] Write(ReadOnlyMemory<byte> original, IReadOnlyList<Problem> problems, CancellationToken cancellation = default) =>
        TryAnnotate(original, problems, cancellation) ?? Annotate(EmptyWorkbook.ToBytes(), problems, cancellation);

    private static byte[]? TryAnnotate(ReadOnlyMemory<byte> original, IReadOnlyList<Problem> problems, CancellationToken cancellation)
    {
        if (original.Length > Limits.FileBytes || problems.Any(IsRefusal))
            return null;
        try
        {
            return Annotate(original, problems, cancellation);
        }
        catch (Exception e) when (SpreadsheetReader.IsDamage(e))
        {
            return null;
        }
    }

    private static bool IsRefusal(Problem problem) =>
        problem.Code == ProblemKinds.NotAWorkbook.Code || problem.Code == ProblemKinds.Encrypted.Code || problem.Code == ProblemKinds.TooLarge.Code;

    private static byte[] Annotate(ReadOnlyMemory<byte> original, IReadOnlyList<Problem> problems, CancellationToken cancellation)
    {
        using var archive = new ZipArchive(SpreadsheetReader.StreamOf(original), ZipArchiveMode.Read);
        var package = new EditedPackage(archive, new(TimeProvider.System, cancellation));
        var book = new EditedBook(package);
        book.DropMacros();
        var styles = new MarkStyles(package, book);
        var list = book.ClaimList();
        var marks = CellMarks.Of(problems, book.Sheets.Select(s => s.Name));
        foreach (var sheet in book.Sheets)
            SheetAnswer.Prepare(package, book, sheet, styles, marks.On(sheet.Name));
        package.Write(list.Path, book.Dialect.Translate(new FindingsSheet(styles, book.Sheets).Part(problems, marks.AreCut)));
        return package.ToBytes(last: styles.Path);
    }
}
