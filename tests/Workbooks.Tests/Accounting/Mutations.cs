using System.Globalization;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.Tests.Accounting;

/// <summary>A change that a clerk, or a program that a clerk uses, may make to a workbook.</summary>
/// <param name="Apply">Changes the workbook and returns the cells whose text is new.</param>
internal sealed record Mutation(string Name, Func<EditableBook, Random, List<WrittenCell>> Apply);

/// <param name="Mark">Six random digits in the cell's text, by which the text is recognized.</param>
internal sealed record WrittenCell(EditableSheet Sheet, CellAddress At, string Mark);

internal static class Mutations
{
    private static readonly string[] Headers =
        [.. TemplateSheets.All.SelectMany(l => l.Columns).Select(c => c.Header).Concat(["これまでの主な取組", "主な取組", "担当局・区名", "施策等", "区名", "No."])
            .Distinct()];

    public static IReadOnlyList<Mutation> All { get; } =
    [
        new("a cell is written over", (book, random) => Write(book, random, sheet => AnyCell(sheet, random))),
        new("a cell is written anywhere",
            (book, random) => Write(book, random, sheet => new(random.Next(1, sheet.LastRow + 6), random.Next(1, sheet.LastColumn + 5)))),
        new("a note stands beside", (book, random) => Write(book, random,
            sheet => new(random.Next(1, sheet.LastRow + 1), sheet.LastColumn + random.Next(1, 9)))),
        new("a note stands below", (book, random) => Write(book, random,
            sheet => new(sheet.LastRow + random.Next(1, 5), random.Next(1, sheet.LastColumn + 1)))),
        new("a note stands above", WriteAbove),
        new("a header is reworded", RewordHeader),
        new("a row is inserted", InsertRow),
        new("a column is inserted", InsertColumn),
        new("a sheet is added", AddSheet),
        new("a sheet is renamed", RenameSheet),
        new("a row is moved", MoveRow),
        new("cells are merged", Merge),
        new("a table stands below another", Append),
        new("a header is repeated", RepeatHeader),
        new("lines are hidden", Hide),
        new("several at once", (book, random) => [.. Enumerable.Range(0, 4)
            .SelectMany(_ => All![random.Next(All.Count - 1)].Apply(book, random))]),
    ];

    private static List<WrittenCell> Write(EditableBook book, Random random, Func<EditableSheet, CellAddress> where)
    {
        var sheet = book.AnyVisible(random);
        return [Put(sheet, where(sheet), random)];
    }

    private static List<WrittenCell> WriteAbove(EditableBook book, Random random)
    {
        var sheet = book.AnyVisible(random);
        sheet.InsertRows(1, random.Next(1, 4));
        return [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Put(sheet, new(1, random.Next(1, sheet.LastColumn + 2)), random))];
    }

    private static List<WrittenCell> RewordHeader(EditableBook book, Random random)
    {
        var sheet = book.AnyVisible(random);
        var headers = sheet.Cells.Where(c => c.Key.Row <= 30 && IsHeader(c.Value)).Select(c => c.Key).Order(ByPlace).ToList();
        if (headers.Count == 0)
            return [];
        var at = headers[random.Next(headers.Count)];
        var text = sheet.Cells[at].Text;
        switch (random.Next(6))
        {
            case 0:
                sheet.Cells.Remove(at);
                return [];
            case 1:
                sheet.Cells[at] = SheetCell.OfText($"{text}欄");
                return [];
            case 2:
                sheet.Cells[at] = SheetCell.OfText(text[..^1] is { Length: > 0 } shorter ? shorter : "別");
                return [];
            case 3:
                sheet.Cells[at] = new(CellKind.Error, "#REF!", 0);
                return [];
            default:
                return [Put(sheet, at, random)];
        }
    }

    private static List<WrittenCell> InsertRow(EditableBook book, Random random)
    {
        var sheet = book.AnyVisible(random);
        var row = random.Next(1, sheet.LastRow + 2);
        sheet.InsertRows(row, 1);
        return [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Put(sheet, new(row, random.Next(1, sheet.LastColumn + 2)), random))];
    }

    private static List<WrittenCell> InsertColumn(EditableBook book, Random random)
    {
        var sheet = book.AnyVisible(random);
        var column = random.Next(1, sheet.LastColumn + 2);
        sheet.InsertColumns(column, 1);
        return [.. Enumerable.Range(0, random.Next(1, 5))
            .Select(i => Put(sheet, new(i == 0 && random.Next(2) == 0 ? 1 : random.Next(1, sheet.LastRow + 2), column), random))];
    }

    private static List<WrittenCell> AddSheet(EditableBook book, Random random)
    {
        var copied = random.Next(2) == 0 ? book.AnyVisible(random).Copy() : new EditableSheet("", false, [], []);
        copied.Name = random.Next(3) switch { 0 => "控え", 1 => "はじめに", _ => "指摘一覧" };
        book.Sheets.Insert(random.Next(book.Sheets.Count + 1), copied);
        return [Put(copied, new(random.Next(1, 9), random.Next(1, 9)), random)];
    }

    private static List<WrittenCell> RenameSheet(EditableBook book, Random random)
    {
        book.AnyVisible(random).Name = random.Next(4) switch { 0 => "Sheet1", 1 => "視点別取組", 2 => "高津区", _ => "全区共通" };
        return [];
    }

    private static List<WrittenCell> MoveRow(EditableBook book, Random random)
    {
        var sheet = book.AnyVisible(random);
        var taken = sheet.TakeRow(random.Next(1, sheet.LastRow + 1));
        var row = random.Next(1, sheet.LastRow + 2);
        sheet.InsertRows(row, 1);
        taken.ForEach(c => sheet.Cells[new(row, c.Column)] = c.Cell);
        return [];
    }

    private static List<WrittenCell> Merge(EditableBook book, Random random)
    {
        var sheet = book.AnyVisible(random);
        var first = AnyCell(sheet, random);
        var merge = new CellRange(first, new(first.Row + random.Next(3), first.Column + random.Next(3)));
        if (!sheet.Merges.Exists(m => m.First.Row <= merge.Last.Row && merge.First.Row <= m.Last.Row && m.First.Column <= merge.Last.Column
            && merge.First.Column <= m.Last.Column))
            sheet.Merges.Add(merge);
        return [];
    }

    private static List<WrittenCell> Append(EditableBook book, Random random)
    {
        var (sheet, other) = (book.AnyVisible(random), book.AnyVisible(random).Copy());
        var below = sheet.LastRow + random.Next(1, 4);
        foreach (var (at, cell) in other.Cells.Where(c => c.Key.Row <= 12))
            sheet.Cells[at with { Row = at.Row + below }] = cell;
        return [];
    }

    private static List<WrittenCell> RepeatHeader(EditableBook book, Random random)
    {
        var sheet = book.AnyVisible(random);
        var header = sheet.Cells.Where(c => IsHeader(c.Value)).Select(c => c.Key.Row).DefaultIfEmpty(1).Min();
        var row = random.Next(header + 1, sheet.LastRow + 3);
        sheet.InsertRows(row, 1);
        foreach (var (at, cell) in sheet.Cells.Where(c => c.Key.Row == header).ToList())
            sheet.Cells[at with { Row = row }] = cell;
        return random.Next(2) == 0 ? [] : [Put(sheet, new(row, sheet.LastColumn + 2), random)];
    }

    private static List<WrittenCell> Hide(EditableBook book, Random random)
    {
        var sheet = book.AnyVisible(random);
        sheet.HiddenRows.Add(random.Next(1, sheet.LastRow + 1));
        sheet.HiddenColumns.Add(random.Next(1, sheet.LastColumn + 1));
        return [Put(sheet, AnyCell(sheet, random), random)];
    }

    private static WrittenCell Put(EditableSheet sheet, CellAddress at, Random random)
    {
        var mark = random.Next(100_000, 1_000_000).ToString(CultureInfo.InvariantCulture);
        sheet.Cells[at] = random.Next(9) switch
        {
            0 => SheetCell.OfNumber(double.Parse(mark, CultureInfo.InvariantCulture)),
            1 => SheetCell.OfText($"※{mark}は、暫定値です。"),
            2 => SheetCell.OfText($"【{mark}】"),
            3 => SheetCell.OfText($"視点1の{mark}"),
            4 => SheetCell.OfText(new string('長', 110) + mark),
            5 => new(CellKind.Shown, $"第{mark}回", double.Parse(mark, CultureInfo.InvariantCulture)),
            _ => SheetCell.OfText($"検証{mark}"),
        };
        return new(sheet, at, mark);
    }

    private static bool IsHeader(SheetCell cell) =>
        cell.Kind == CellKind.Text && (Headers.Contains(cell.Text) || TemplateColumn.FoldHeader(cell.Text).EndsWith("今後の方向性",
            StringComparison.Ordinal) || YearHeader.TryParse(TemplateColumn.FoldHeader(cell.Text), out _));

    private static CellAddress AnyCell(EditableSheet sheet, Random random) =>
        sheet.Cells.Count == 0 ? new(1, 1) : sheet.Cells.Keys.Order(ByPlace).ElementAt(random.Next(sheet.Cells.Count));

    private static Comparer<CellAddress> ByPlace { get; } = Comparer<CellAddress>.Create(
        (a, b) => (a.Row, a.Column).CompareTo((b.Row, b.Column)));
}
