using System.Globalization;
using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.RunningText;

namespace KawasakiServerless.Workbooks.ReportLayout;

/// <summary>
/// An initiative read from one item of the list in a cell. The figures in the item's text become the initiative's indicators.
/// </summary>
internal sealed class ReadInitiative(ReportSheet sheet, PlacedItem item, AreaBlock block, EquatableList<string> divisions)
{
    private readonly string id = item.Draft(sheet.Name);
    private readonly Source source = sheet.SourceOf($"{item.Cell.Address}");

    public IEnumerable<Record> Records()
    {
        var reading = sheet.RunningText.Read(item.Text);
        foreach (var doubt in reading.Doubts)
            sheet.Report(item.Cell, FigureDoubts.Of(doubt), item.Text);
        foreach (var year in reading.Series.SelectMany(s => s.Figures).Where(IsOfLaterYear).Select(f => f.Year).Distinct())
            sheet.Report(item.Cell, FigureFindings.LaterYear(year), item.Text);
        foreach (var figure in reading.Series.SelectMany(s => s.Figures).Where(IsUnclear))
            sheet.Report(item.Cell, FigureFindings.InWords(figure.Year.Label), item.Text);
        return
        [
            new Initiative(id, source, block.Viewpoint, block.PolicyArea, divisions, OneLine.Of(reading.Item)),
            .. reading.Series.Select(IndicatorOf),
        ];
    }

    private bool IsOfLaterYear(Figure figure) => figure.Value is not null && figure.Year > sheet.Context.ReportingYear;

    // A text with digits is reported as a figure in doubt.
    private static bool IsUnclear(Figure figure) =>
        figure is { Value: null, Text: { } words } && FigureKind.IsUnclear(words) && !words.Any(char.IsDigit);

    private Indicator IndicatorOf(RunningSeries series, int index)
    {
        sheet.Scope.Budget.SpendRecord();
        return new(
            string.Create(CultureInfo.InvariantCulture, $"{id}:{index + 1}"), source, id,
            NameOf(series), series.Group, series.Unit, series.IsCumulative, WithDueYears(series.Figures), series.Notes);
    }

    // The figures of a nested line, such as -受講者数 H28：10人, are named without its bullet.
    private static string NameOf(RunningSeries series) => Bullets.Without(series.Name);

    // Adds a figure with the status NotReported (未報告) for each expected year for which the text gives no figure. A blank cell in the
    // template has the same status.
    private EquatableList<Figure> WithDueYears(EquatableList<Figure> figures) =>
    [
        .. ExpectedYears.Due(sheet.Context.ReportingYear).Where(y => figures.All(f => f.Year != y)).Select(Figure.NotReported)
            .Concat(figures).OrderBy(f => f.Year),
    ];
}
