using System.Xml.Linq;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Writing;
using static KawasakiServerless.Packing.Xml;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>
/// Writes the sheet 指摘一覧: whether the workbook is accepted, the counts by severity, and every problem, with a link if its sheet is in this
/// workbook.
/// </summary>
internal sealed class FindingsSheet(MarkStyles styles, EditedBook book, Budget budget)
{
    // Stays below Excel's limit for the text of a cell, 32,767 characters.
    private const int LongestText = 30_000;

    // The texts of about 30,000 problems have MostCharacters in total. Once that many characters are written, each further text is
    // truncated to LongestOfMany characters.
    private const int MostCharacters = 10_000_000, LongestOfMany = 200;

    // Only this many characters are measured for the row height: they already yield the maximum height, even in the widest column.
    private const int LongestMeasured = 1_300;

    private const int CellsInLine = 15;

    private const int HeaderRow = FindingsList.HeaderRow;

    private static readonly (string Header, double Width)[] Columns = [.. FindingsList.Headers.Zip([8d, 17d, 15d, 28d, 40d, 56d])];

    private readonly HashSet<string> links = [.. book.Sheets.Select(s => s.Name).Where(EditedSheet.IsName)];

    private int characters;

    private int Longest => characters < MostCharacters ? LongestText : LongestOfMany;

    /// <summary>
    /// Whether some cells with problems got no comment, because a limit on comments or on the size of the workbook was reached. This sheet
    /// then says so.
    /// </summary>
    public bool MarksAreCut { get; init; }

    /// <summary>
    /// Whether some cells with problems have a thread of comments, so that current versions of Excel do not display the comment about the
    /// problems. This sheet then says so, unless <see cref="MarksAreCut"/> is also true.
    /// </summary>
    public bool HasThreads { get; init; }

    /// <summary>
    /// Returns the sheet's XML. Its rows are created only while it is written, each one after the previous one was written, so that they
    /// are never in memory together.
    /// </summary>
    /// <param name="problems">The problems in the order in which to correct them.</param>
    public XStreamingElement Part(IReadOnlyList<Problem> problems) => new(
        book.Dialect.Name("worksheet"),
        Translated(Head(problems)),
        Streamed("sheetData", [.. Top(problems), Header()], problems.Count == 0 ? NothingFound()
            : problems.Select((p, i) => RowOf(p, HeaderRow + 1 + i))),
        problems.Any(IsLinked) ? Streamed("hyperlinks", Links(problems)) : null,
        Translated(TemplateParts.Page("地域包括ケアシステムの取組状況報告")));

    private static IEnumerable<XElement> Head(IReadOnlyList<Problem> problems) =>
    [
        Element("sheetPr", Element("tabColor", Attribute("rgb", "FFC0392B")), Element("pageSetUpPr", Attribute("fitToPage", 1))),
        Element("dimension", Attribute("ref", new CellRange(new(1, 1), new(HeaderRow + Math.Max(1, problems.Count), Columns.Length)))),
        View(),
        Element("cols", Columns.Select((c, i) => Element(
            "col", Attribute("min", i + 1), Attribute("max", i + 1), Attribute("width", c.Width), Attribute("customWidth", 1)))),
    ];

    private XStreamingElement Streamed(string name, params IEnumerable<XElement>[] content) =>
        new(book.Dialect.Name(name), content.Select(Translated));

    private IEnumerable<XElement> Translated(IEnumerable<XElement> elements) => elements.Select(e =>
    {
        budget.Look();
        return book.Dialect.Translate(e);
    });

    private static XElement View() => Element("sheetViews", Element(
        "sheetView",
        Attribute("showGridLines", 0),
        Attribute("tabSelected", 1),
        Attribute("workbookViewId", 0),
        Element("pane", Attribute("ySplit", HeaderRow), Attribute("topLeftCell", new CellAddress(HeaderRow + 1, 1)),
            Attribute("activePane", "bottomLeft"), Attribute("state", "frozen")),
        Element("selection", Attribute("pane", "bottomLeft"), Attribute("activeCell", new CellAddress(HeaderRow + 1, 1)),
            Attribute("sqref", new CellAddress(HeaderRow + 1, 1)))));

    private IEnumerable<XElement> Top(IReadOnlyList<Problem> problems)
    {
        var (errors, warnings, infos) = (
            Count(problems, Severity.Error), Count(problems, Severity.Warning), Count(problems, Severity.Info));
        (string Text, ListStyle Style, double Height)[] lines =
        [
            (FindingsList.Name, ListStyle.Title, RowHeights.Title),
            (Verdict(errors, problems.Count), ListStyle.Verdict, RowHeights.Line + 4),
            ($"誤り {errors}件　　注意 {warnings}件　　参考 {infos}件", ListStyle.Verdict, RowHeights.Line + 4),
            (Hint(problems), ListStyle.Note, RowHeights.Line + 4),
        ];
        return lines.Select((l, i) => FixedRow(i + 1, l.Height, [Cell(i + 1, 1, l.Text, l.Style)]));
    }

    private static int Count(IReadOnlyList<Problem> problems, Severity severity) => problems.Count(p => p.Severity == severity);

    private static string Verdict(int errors, int problems) => (errors, problems) switch
    {
        ( > 0, _) => $"受け付けられません。誤りが{errors}件あります。直して、もう一度提出してください。",
        (_, > 0) => "受け付けられます。注意と参考は、お確かめのうえ、必要であれば直してください。",
        _ => "受け付けられます。直していただくところはありません。",
    };

    private string Hint(IReadOnlyList<Problem> problems) =>
        problems.Count == 0 ? ""
        : !problems.Any(IsLinked) ? "「直し方」のとおりに直してください。"
        : MarksAreCut ? "「セル」を押すとその場所に移ります。数が多いため、色だけを付けてコメントのないセルもあります。このシートは消さずに提出しても構いません。"
        : HasThreads ? "「セル」を押すとその場所に移ります。色の付いたセルのコメントに、同じ内容があります（スレッド形式のコメントのあるセルを除きます）。このシートは消さずに提出しても構いません。"
        : "「セル」を押すとその場所に移ります。色の付いたセルのコメントに、同じ内容があります。このシートは消さずに提出しても構いません。";

    private XElement Header() =>
        FixedRow(HeaderRow, RowHeights.Line + 8, Columns.Select((c, i) => Cell(HeaderRow, i + 1, c.Header, ListStyle.Header)));

    private IEnumerable<XElement> NothingFound() => [SheetParts.Row(HeaderRow + 1, RowHeights.Line + 4, Columns.Select((_, i) =>
        Cell(HeaderRow + 1, i + 1, i == 4 ? "指摘はありません。" : "", ListStyle.Text)))];

    private XElement RowOf(Problem problem, int row)
    {
        (string Text, ListStyle Style)[] cells =
        [
            (problem.Severity.Label(), StyleOf(problem.Severity)),
            (problem.Sheet ?? "（ブック全体）", ListStyle.Text),
            (ShortCells(problem), IsLinked(problem) ? ListStyle.Link : ListStyle.Text),
            (problem.Found ?? "", ListStyle.Found),
            (IsLong(problem.Cell) ? $"{problem.Message}\n該当するセル：{problem.Cell}" : problem.Message, ListStyle.Text),
            (string.Join('\n', problem.RemedyLines()), ListStyle.Text),
        ];
        var height = RowHeights.Of(cells.Select((c, i) => (Content.Of(Cut(c.Text, Math.Min(Longest, LongestMeasured))), Columns[i].Width)));
        return SheetParts.Row(row, height, cells.Select((c, i) => Cell(row, i + 1, c.Text, c.Style)));
    }

    private IEnumerable<XElement> Links(
        IReadOnlyList<Problem> problems) => problems.Index().Where(p => IsLinked(p.Item)).Select(p => Element(
        "hyperlink",
        Attribute("ref", new CellAddress(HeaderRow + 1 + p.Index, 3)),
        Attribute(
            "location",
            $"'{p.Item.Sheet!.Replace("'", "''", StringComparison.Ordinal)}'!{CellMarks.CellsOf(p.Item.Cell).FirstOrDefault(new CellAddress(1, 1))}"),
        Attribute("display", PlainText.Of(Cut(ShortCells(p.Item), LongestOfMany)))));

    private bool IsLinked(Problem problem) => EditedSheet.IsName(problem.Sheet) && links.Contains(problem.Sheet!);

    private XElement Cell(int row, int column, string text, ListStyle style)
    {
        var plain = PlainText.Of(Cut(text, Longest));
        characters += plain.Length;
        var cell = TemplateParts.Cell(row, column, Content.Of(plain), CellStyle.Default);
        cell.SetAttributeValue("s", styles.Of(style));
        return cell;
    }

    private static string Cut(string text, int longest) => text.Length <= longest ? text : text[..longest];

    // Whether the addresses of a problem's cells are too long for one line. LibreOffice does not wrap the text of links, so the link then
    // shows only the first address, and the message lists all of them.
    private static bool IsLong(string? cells) => cells?.Length > CellsInLine;

    private static string ShortCells(Problem problem) =>
        IsLong(problem.Cell) ? $"{FirstOf(problem.Cell!)} ほか" : problem.Cell ?? (problem.Sheet is null ? "" : "シート全体");

    private static string FirstOf(string cells) => cells.IndexOf(',', StringComparison.Ordinal) is >= 0 and var end ? cells[..end] : cells;

    private static XElement FixedRow(int row, double height, IEnumerable<XElement> cells)
    {
        var element = SheetParts.Row(row, height, cells);
        element.Add(Attribute("customHeight", 1));
        return element;
    }

    private static ListStyle StyleOf(Severity severity) => severity switch
    {
        Severity.Error => ListStyle.Error,
        Severity.Warning => ListStyle.Warning,
        _ => ListStyle.Info,
    };
}
