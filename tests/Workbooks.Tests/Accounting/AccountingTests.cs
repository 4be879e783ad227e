using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Tests.Accounting;

/// <summary>
/// However a sample is changed, each cell that a clerk sees is in a record, in a header, in a heading, or in a finding (a reported
/// problem).
/// </summary>
public sealed class AccountingTests
{
    private const int CasesOfAKind = 60;

    private static readonly EditableBook[] Books =
        [.. new[] { "Samples", "Fixtures/report-layout/bulleted", "Fixtures/report-layout/plain" }.SelectMany(BooksIn)];

    public static TheoryData<string> Kinds => [.. Mutations.All.Select(m => m.Name)];

    [Fact]
    public void EveryVisibleCellOfTheSamplesIsInARecordAHeaderAHeadingOrAFinding() =>
        Assert.Empty(Books.SelectMany(b => Unexplained(b, [])));

    [Fact]
    public void NoFindingSaysThatAPartOfASampleWasNotRead() => Assert.DoesNotContain(
        Books.SelectMany(b => Read(b.ToSpreadsheet(), b.File).Problems), p => p.Code.EndsWith("-not-read", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryVisibleCellOfAChangedSampleIsInARecordAHeaderAHeadingOrAFinding(string kind)
    {
        var index = Mutations.All.Select(m => m.Name).ToList().IndexOf(kind);
        var unexplained = Enumerable.Range(0, CasesOfAKind).SelectMany(number => Case(Mutations.All[index], index, number)).ToList();
        Assert.True(unexplained.Count == 0, string.Join('\n', unexplained));
    }

    private static IEnumerable<string> Case(Mutation mutation, int kind, int number)
    {
        var book = Books[((number * 7) + (kind * 11)) % Books.Length].Copy();
        var written = mutation.Apply(book, new Random((kind * 1_000) + number));
        return Unexplained(book, written).Select(u => $"{mutation.Name} {number} {book.File} {u}");
    }

    private static List<string> Unexplained(EditableBook edited, List<WrittenCell> written)
    {
        var book = edited.ToSpreadsheet();
        var explanation = new Explanation(Read(book, edited.File), book);
        return
        [
            .. explanation.Shown().Where(s => !explanation.Covers(s.Sheet, s.At))
                .Select(s => $"{s.Sheet.Name}!{s.At} {explanation.UseOf(s.Sheet, s.At)} {Excerpt.Of(s.Cell.Text)}"),
            .. written.Select(w => (Sheet: book.Sheets[edited.Sheets.IndexOf(w.Sheet)], w.At, w.Mark))
                .Where(w => IsStillThere(w.Sheet, w.At, w.Mark) && !explanation.Shows(w.Sheet, w.At, w.Mark))
                .Select(w => $"{w.Sheet.Name}!{w.At} {w.Sheet.At(w.At).Text} is read nowhere"),
        ];
    }

    private static WorkbookReading Read(Spreadsheet book, string file) =>
        WorkbookReader.Read(book, new(Some.Register, Some.Year, null) { FileName = file }, Budget.New());

    // Whether a cell still shows the text that was written there; a later change may have moved or covered the text.
    private static bool IsStillThere(Sheet sheet, CellAddress at, string mark) =>
        sheet.At(at) is var cell && cell.Text.Contains(mark, StringComparison.Ordinal) && Explanation.IsShown(sheet, at, cell);

    private static IEnumerable<EditableBook> BooksIn(string folder) =>
        Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, folder), "*.xlsx").Order(StringComparer.Ordinal)
            .Select(f => EditableBook.Of(Path.GetFileName(f), SpreadsheetReader.Read(File.ReadAllBytes(f), Budget.New()).Workbook!));
}
