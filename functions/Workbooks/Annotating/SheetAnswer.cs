using System.Text;
using System.Text.RegularExpressions;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>The workbook in which cells are marked: its package, its list of sheets, and the styles of the marks.</summary>
internal sealed record MarkedBook(EditedPackage Package, EditedBook Book, MarkStyles Styles);

/// <summary>
/// Prepares one sheet of the annotated workbook: marks the cells with problems and removes the comments of an earlier annotation. A sheet
/// that has no such cells and comments, or that is a chart sheet, is unchanged, except that its tab is no longer selected.
/// </summary>
internal static partial class SheetAnswer
{
    private const int Head = 64 * 1024;

    /// <returns>Whether comments could be added to the cells; <see cref="CommentCapacity.Enough"/> if none were needed.</returns>
    public static CommentCapacity Prepare(
        MarkedBook marked, EditedSheet sheet, IReadOnlyDictionary<CellAddress, CellMark> marks)
    {
        var package = marked.Package;
        package.Budget.Look();
        var comments = new SheetComments(package, marked.Book, sheet);
        if (sheet.Type != "worksheet" || (marks.Count == 0 && !comments.HoldOurs()))
        {
            Deselect(marked, sheet);
            return CommentCapacity.Enough;
        }

        var survey = SheetSurvey.Of(package, sheet);
        var visible = Visible(marks, survey.Merges);
        var (room, drawing) = comments.Replace(
            [.. visible.Values.Where(m => m.HasComment).OrderBy(m => m.Address.Row).ThenBy(m => m.Address.Column)], survey);
        var columns = survey.Columns;
        var written = survey.IsInOrder ? SheetMarks.None with { InOrder = visible.Values } : SheetMarks.Of(visible, package, sheet);
        package.Write(sheet.Path, target => new MarkedSheet(marked, columns, written, drawing).Write(sheet, target));
        return room;
    }

    // Assigns the marks of all cells within a merge to the upper left cell of the merge, because Excel displays only that cell.
    private static Dictionary<CellAddress, CellMark> Visible(IReadOnlyDictionary<CellAddress, CellMark> marks, MergedCells merges) =>
        marks.Values.GroupBy(m => merges.Owner(m.Address)).ToDictionary(g => g.Key, g => Together(g.Key, [.. g]));

    // Combines the marks of all cells of a merge into one mark. If some of the marks have a comment, those without one are dropped; they
    // have the less severe problems. If all were kept, a merge with thousands of marks could exceed the limits on comments.
    private static CellMark Together(CellAddress address, List<CellMark> marks)
    {
        var hasComment = marks.Exists(m => m.HasComment);
        return new(address, [.. marks.Where(m => m.HasComment == hasComment).SelectMany(m => m.Problems)
            .OrderByDescending(p => p.Severity)], hasComment);
    }

    // Deselects the sheet, because the list of problems will be selected, and Excel applies edits to all selected sheets at once. Nothing
    // else in the part changes, except that a part in UTF-16 is written in UTF-8.
    private static void Deselect(MarkedBook marked, EditedSheet sheet)
    {
        var package = marked.Package;
        if (IsInUtf16(package, sheet))
            package.Write(sheet.Path, target => new MarkedSheet(marked, new(), SheetMarks.None, null).Write(sheet, target));
        else
            DeselectBytes(package, sheet);
    }

    private static bool IsInUtf16(EditedPackage package, EditedSheet sheet)
    {
        using var part = package.Open(sheet.Path);
        var mark = new byte[2];
        return part.ReadAtLeast(mark, 2, throwOnEndOfStream: false) == 2 && mark is [0xFF, 0xFE] or [0xFE, 0xFF];
    }

    private static void DeselectBytes(EditedPackage package, EditedSheet sheet)
    {
        using var part = package.Open(sheet.Path);
        if (DeselectedHead(part, out var isChanged) is var _ && !isChanged)
            return;
        package.Write(sheet.Path, target =>
        {
            using var source = package.Open(sheet.Path);
            target.Write(DeselectedHead(source, out _));
            package.Copy(source, target);
        });
    }

    private static byte[] DeselectedHead(Stream part, out bool isChanged)
    {
        var head = new byte[Head];
        var text = Encoding.Latin1.GetString(head, 0, part.ReadAtLeast(head, Head, throwOnEndOfStream: false));
        var end = text.IndexOf("sheetData", StringComparison.Ordinal) is >= 0 and var data ? data : text.Length;
        var changed = Selected().Replace(text[..end], "") + text[end..];
        isChanged = changed.Length != text.Length;
        return Encoding.Latin1.GetBytes(changed);
    }

    [GeneratedRegex("""\stabSelected\s*=\s*(?:"[^"]*"|'[^']*')""")]
    private static partial Regex Selected();
}
