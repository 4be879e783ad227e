using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tests.Problems;

/// <summary>A workbook of the coordinator with one row on one sheet, in which everything but the part under test is correct.</summary>
internal static class AskedBook
{
    private const string Coordinator = "kenkofukushi";

    private static readonly LayoutContext Context = new(new(Some.Register), Some.Year, Some.Department(Coordinator));

    public static IReadOnlyList<(SheetLayout Sheet, TemplateColumn Column)> Columns { get; } =
        [.. TemplateSheets.All.SelectMany(s => s.ColumnsFor(Some.Year), (s, c) => (s, c))];

    public static IReadOnlyList<string> ChoicesOf(TemplateColumn column) => column.Choices(Context);

    public static IReadOnlyList<Problem> With(SheetLayout sheet, TemplateColumn column, SheetCell cell) =>
        Read(sheet, c => SheetCell.OfText(c.Header), c => c.Header == column.Header ? cell : Right(c));

    public static IReadOnlyList<Problem> WithHeader(SheetLayout sheet, TemplateColumn column, string header) =>
        Read(sheet, c => SheetCell.OfText(c.Header == column.Header ? header : c.Header), Right);

    public static IReadOnlyList<Problem> OfDepartment(string name) =>
        Read([Front(name), Of(DirectionSheet.Layout, c => SheetCell.OfText(c.Header), Right)], null);

    private static EquatableList<Problem> Read(
        SheetLayout sheet, Func<TemplateColumn, SheetCell> header, Func<TemplateColumn, SheetCell> content) =>
        Read([Front(Some.Department(Coordinator).Name), Of(sheet, header, content)], Coordinator);

    private static EquatableList<Problem> Read(Sheet[] sheets, string? department) =>
        WorkbookReader.Read(new Spreadsheet(sheets, new(null, new Dictionary<string, string>())),
            new(Some.Register, Some.Year, department), Budget.New()).Problems;

    private static Sheet Front(string department) =>
        new("はじめに", [Row(1, "局・区名", department), Row(2, "報告年度", Some.Year.Label)], new(WorkbookLimits.Columns));

    private static Sheet Of(SheetLayout layout, Func<TemplateColumn, SheetCell> header, Func<TemplateColumn, SheetCell> content)
    {
        TemplateColumn[] columns = [.. layout.ColumnsFor(Some.Year)];
        return new(
            layout.Name, [Row(1, [.. columns.Select(header)]), Row(2, [.. columns.Select(content)])], new(WorkbookLimits.Columns));
    }

    private static SheetCell Right(TemplateColumn column) =>
        ChoicesOf(column) is [var first, ..] ? SheetCell.OfText(first) : SheetCell.OfText(column.Example);

    private static SheetRow Row(int number, params string[] texts) => Row(number, [.. texts.Select(t => SheetCell.OfText(t))]);

    private static SheetRow Row(int number, SheetCell[] cells) =>
        new(number, [.. cells.Index().Where(c => !c.Item.IsBlank).Select(c => (c.Index + 1, c.Item))]);
}
