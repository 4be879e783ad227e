using FsCheck;
using FsCheck.Fluent;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Repairing;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tests.Repairing;

/// <summary>Whatever is typed into the cells of a workbook, only these cells change.</summary>
public sealed class RandomEditTests
{
    // How many cases must not be refused.
    private const int Cases = 60, FewestEdited = 40;

    private static readonly string[] Texts = ["人", "=A1", "約 92", "一行目\n二行目", "a<b>&\"c\"", "_x000D_", "𠮷", "　", "８２", "{0}"];

    private static readonly (string Name, byte[] Book, Spreadsheet Read)[] Books =
        [.. new[] { "libreoffice-takatsu.xlsx", "openpyxl-rich.xlsx", "filled/openpyxl-byoin.xlsx", "filled/libreoffice-byoin.xlsx" }
            .Select(f => Opened(f, Some.Fixture(f))), Opened("byoin", Some.Sample("byoin"))];

    private int edited;

    [Fact]
    public void ExactlyTheNamedCellsChange()
    {
        Check.One(Seeded.Cases(Cases), Prop.ForAll(Edits.ToArbitrary(), AreAlone));
        Assert.InRange(edited, FewestEdited, Cases);
    }

    private static Gen<(int Book, CellEdit[] Edits)> Edits =>
        from book in Gen.Choose(0, Books.Length - 1)
        from count in Gen.Choose(1, 6)
        from edits in EditOf(Books[book].Read).ListOf(count)
        select (book, edits.DistinctBy(e => (e.Sheet, e.Cell)).ToArray());

    private static Gen<CellEdit> EditOf(Spreadsheet workbook) =>
        from sheet in Gen.Elements(workbook.Sheets.Where(s => !s.IsHidden).ToArray())
        from row in Gen.Choose(1, 60)
        from column in Gen.Choose(1, 16)
        from value in Gen.OneOf(Gen.Elements(Texts).Select(CellValue.Of), Gen.Choose(-10_000, 10_000)
            .Select(n => CellValue.Of(n / 4m)), Gen.Constant(CellValue.Blank))
        select new CellEdit(sheet.Name, sheet.Owner(new(row, column)).ToString(), value);

    private bool AreAlone((int Book, CellEdit[] Edits) drawn)
    {
        var (_, book, before) = Books[drawn.Book];
        return WorkbookEditing.Apply(book, drawn.Edits, CancellationToken.None) switch
        {
            WorkbookEdited written => AreWritten(before, SpreadsheetReader.Read(written.Workbook, Budget.New()).Workbook!, drawn.Edits),
            EditsRefused refused => refused.Refused.All(r => r.Reason == EditRefusal.FormatDistorts),
            _ => false,
        };
    }

    private bool AreWritten(Spreadsheet before, Spreadsheet after, CellEdit[] edits)
    {
        edited++;
        return Differences(before, after).All(d => edits.Any(e => (e.Sheet, e.Cell) == d))
            && edits.All(e => TextAt(after, e) == e.Value.Text);
    }

    private static string TextAt(Spreadsheet workbook, CellEdit edit) =>
        Cells(workbook.Sheets.Single(s => s.Name == edit.Sheet)).SingleOrDefault(c => $"{c.At}" == edit.Cell).Cell.Text;

    private static IEnumerable<(string, string)> Differences(Spreadsheet before, Spreadsheet after) =>
        before.Sheets.Zip(after.Sheets)
            .SelectMany(pair => Cells(pair.First).Concat(Cells(pair.Second)).GroupBy(c => c).Where(g => g.Count() == 1)
                .Select(g => (pair.First.Name, $"{g.Key.At}")));

    private static IEnumerable<(CellAddress At, SheetCell Cell)> Cells(Sheet sheet) =>
        sheet.Rows.SelectMany(r => r.Cells, (r, c) => (new CellAddress(r.Number, c.Column), c.Cell));

    private static (string, byte[], Spreadsheet) Opened(string name, byte[] book) =>
        (name, book, SpreadsheetReader.Read(book, Budget.New()).Workbook!);
}
