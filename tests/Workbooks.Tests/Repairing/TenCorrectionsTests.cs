using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.Repairing;
using KawasakiServerless.Workbooks.Spreadsheets;
using KawasakiServerless.Workbooks.Tests.Annotating;

namespace KawasakiServerless.Workbooks.Tests.Repairing;

/// <summary>
/// Ten cells of a workbook are broken in different ways and then corrected. The correction changes only these cells, and the corrected
/// workbook is read like the original one.
/// </summary>
public sealed class TenCorrectionsTests
{
    private const string Initiatives = "視点別取組", Directions = "課題と方向性", Collaborations = "連携取組";

    private static readonly CellEdit[] Breaks =
    [
        new("はじめに", "B4", CellValue.Of(30)),
        new(Initiatives, "B2", CellValue.Of("視点9")),
        new(Initiatives, "C12", CellValue.Of("介護施策")),
        new(Initiatives, "H11", CellValue.Blank),
        new(Initiatives, "K11", CellValue.Of("7人")),
        new(Initiatives, "A12", CellValue.Of("5番")),
        new(Directions, "E2", CellValue.Of("講座「を開催する。")),
        new(Directions, "B3", CellValue.Blank),
        new(Collaborations, "B2", CellValue.Of("健康福社局")),
        new(Collaborations, "C2", CellValue.Blank),
    ];

    private static readonly byte[] Sample = Some.Sample("byoin");

    private static readonly byte[] Broken = Mended.Of(Sample, Breaks).Bytes;

    private static readonly byte[] Fixed = Mended.Of(Broken, [.. Breaks.Select(b => b with { Value = OriginalOf(b) })]).Bytes;

    private static readonly WorkbookRequest Request = new(Some.Register, Some.Year, "byoin") { Known = Some.Read(Sample, "byoin").Records };

    [Fact]
    public void EachBrokenCellHasAFindingAndAnInput()
    {
        var inputs = CellInputs.Of(Broken, Request, WorkbookReader.Read(Broken, Request).Problems, CancellationToken.None);

        Assert.Superset(Breaks.Select(b => (b.Sheet, b.Cell)).ToHashSet(), inputs.Select(i => (i.Sheet, i.Cell)).ToHashSet());
        Assert.True(inputs.SelectMany(i => i.Problems).Select(p => p.Code).Distinct().Count() >= 7);
    }

    [Fact]
    public void TheCorrectionChangesOnlyTheBrokenCells()
    {
        var mended = new Mended(Broken, Fixed);

        Assert.Equal(4, mended.ChangedParts.Length);
        Assert.All(mended.ChangedParts, p => Assert.StartsWith("xl/worksheets/sheet", p, StringComparison.Ordinal));
        Assert.Equal(Breaks.Select(b => b.Cell).Order(StringComparer.Ordinal), mended.ChangedParts.SelectMany(mended.ChangedCells)
            .Order(StringComparer.Ordinal));
        Assert.All(mended.ChangedParts, p => Assert.Equal(mended.Around(p).Before, mended.Around(p).After));
    }

    [Fact]
    public void TheCorrectedWorkbookIsReadLikeTheOriginal()
    {
        Assert.Equal(WorkbookReader.Read(Sample, Request).Problems, WorkbookReader.Read(Fixed, Request).Problems);
        Assert.Equal(WorkbookReader.Read(Sample, Request).Records, WorkbookReader.Read(Fixed, Request).Records);
    }

    [Fact]
    public void TheCorrectedWorkbookIsAsValidAsTheOriginal() => Assert.Empty(new Answer(Fixed).NewErrors(Sample));

    private static CellValue OriginalOf(CellEdit edit)
    {
        Assert.True(CellAddress.TryParse(edit.Cell, out var at));
        var cell = SpreadsheetReader.Read(Sample, Budget.New()).Workbook!.Sheets.Single(s => s.Name == edit.Sheet).At(at);
        return cell.Kind == CellKind.Number ? CellValue.Of(cell.Number!.Value) : CellValue.Of(cell.Text);
    }
}
