using System.Text;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Workbooks;

/// <summary>Says what becomes of one sheet: marked, or left as it is but for no longer being the one selected.</summary>
internal static partial class SheetAnswer
{
    private const int Head = 64 * 1024;

    public static void Prepare(EditedPackage package, EditedBook book, EditedSheet sheet, MarkStyles styles, IReadOnlyDictionary<CellAddress, CellMark> marks)
    {
        if (sheet.Type != "worksheet" || (marks.Count == 0 && !SheetComments.HoldsOurs(package, sheet)))
        {
            Deselect(package, sheet);
            return;
        }

        var survey = SheetSurvey.Of(package, sheet);
        var visible = Visible(marks, survey);
        var drawing = new SheetComments(package, book, sheet, survey).Replace([.. visible.Values.Where(m => m.HasComment).OrderBy(m => m.Address.Row).ThenBy(m => m.Address.Column)]);
        package.Write(sheet.Path, target => new MarkedSheet(survey, styles, visible, drawing, book.Dialect, package.Budget).Write(package, sheet, target));
    }

    // What stands within merged cells is seen in the first of them.
    private static Dictionary<CellAddress, CellMark> Visible(IReadOnlyDictionary<CellAddress, CellMark> marks, SheetSurvey survey) => marks.Values
        .GroupBy(m => survey.VisibleCell(m.Address))
        .ToDictionary(g => g.Key, g => new CellMark(g.Key, [.. g.SelectMany(m => m.Problems).OrderByDescending(p => p.Severity)], g.Any(m => m.HasComment)));

    // Two selected sheets would be edited both at once; the list in front is the one. Nothing else of the part changes.
    private static void Deselect(EditedPackage package, EditedSheet sheet)
    {
        using var part = package.Open(sheet.Path);
        if (DeselectedHead(part, out var isChanged) is var _ && !isChanged)
            return;
        package.Write(sheet.Path, target =>
        {
            using var source = package.Open(sheet.Path);
            target.Write(DeselectedHead(source, out _));
            source.CopyTo(target);
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
