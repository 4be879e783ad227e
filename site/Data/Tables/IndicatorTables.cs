using KawasakiServerless.Domain;
using KawasakiServerless.Site.DataDictionary;
using static KawasakiServerless.Site.DataDictionary.OpenDataColumns;

namespace KawasakiServerless.Site.Data.Tables;

/// <summary>The open-data tables of indicators (指標), of their figures and of their notes.</summary>
internal static class IndicatorTables
{
    /// <summary>
    /// The name of the table of the figures. In an indicator's own data.xlsx it is also the name of the sheet, for which the indicator's id
    /// may be too long.
    /// </summary>
    public const string Values = "indicator-values";

    public static IReadOnlyList<OpenDataTable> All { get; } =
    [
        OpenDataTable.Of(
            new OpenDataFile("indicators", "指標", "1行が1つの指標です。年度ごとの値は「指標の値」にあります。",
            [
                Id, .. OpenDataColumns.Indicator, List("values", "年度ごとの値", Values), List("notes", "注記", "indicator-notes"),
                .. OpenDataColumns.Source,
            ]),
            IndicatorData.AllOf,
            report => IndicatorData.AllOf(report).Select(IndicatorRow.Of)),
        OpenDataTable.Of(
            new OpenDataFile(Values, "指標の値", "1行が1つの指標の1つの年度の値です。",
            [
                Key("indicator", "指標の管理番号"), .. OpenDataColumns.Indicator, OpenDataColumns.FiscalYear, Era,
                new("value", DataType.Number, "数値") { Unit = "unit列のとおり", Blank = "数値の報告がない。理由はstatus列（0ではない）" },
                Sentence("text", "文章での報告") with { Blank = "文章での報告ではない" }, Status, .. OpenDataColumns.Source, OwnCell,
            ]),
            report => IndicatorData.AllOf(report).SelectMany(IndicatorValueData.Of)),
        OpenDataTable.Of(
            new OpenDataFile("indicator-notes", "指標の注記", "1行が1つの指標の1つの注記です。", [Key("indicator", "指標の管理番号"), Order, Sentence("note", "注記")]),
            report => IndicatorData.AllOf(report).SelectMany(IndicatorNote.Of)),
    ];
}

internal sealed record IndicatorData(
    string Id,
    string Initiative,
    int Viewpoint,
    string ViewpointName,
    string PolicyAreaCode,
    string PolicyArea,
    string Name,
    string? Group,
    string? Unit,
    bool Cumulative,
    IEnumerable<FigureData> Values,
    IEnumerable<string> Notes,
    DataSource Source)
{
    public static IEnumerable<IndicatorData> AllOf(Report report) => report.Indicators.Select(i => Of(i, report));

    public static IndicatorData Of(Indicator indicator, Report report)
    {
        var (initiative, register) = (report.InitiativeOf(indicator), report.Register);
        return new(
            indicator.Id,
            initiative.Id,
            initiative.Viewpoint,
            register.Viewpoint(initiative.Viewpoint).ShortName,
            initiative.PolicyArea,
            register.PolicyArea(initiative.PolicyArea).Name,
            indicator.Name,
            indicator.Group,
            indicator.Unit,
            indicator.IsCumulative,
            indicator.Figures.Select(f => FigureData.Of(f, indicator.Source)),
            indicator.Notes,
            DataSource.Of(indicator));
    }
}

/// <param name="Cell">The workbook cell that contains the figure.</param>
internal sealed record FigureData(int FiscalYear, decimal? Value, string? Text, FigureStatus Status, string Cell)
{
    public static FigureData Of(Figure f, Source source) => new(f.Year.Year, f.Value, f.Text, f.Status, source.CellOf(f.Year));
}

/// <summary>
/// An indicator as a row of CSV and Excel. Unlike the JSON, a row contains no lists: the figures are rows of the table indicator-values,
/// the notes are rows of the table indicator-notes.
/// </summary>
internal sealed record IndicatorRow(
    string Id,
    string Initiative,
    int Viewpoint,
    string ViewpointName,
    string PolicyAreaCode,
    string PolicyArea,
    string Name,
    string? Group,
    string? Unit,
    bool Cumulative,
    DataSource Source)
{
    public static IndicatorRow Of(IndicatorData i) => new(
        i.Id, i.Initiative, i.Viewpoint, i.ViewpointName, i.PolicyAreaCode, i.PolicyArea, i.Name, i.Group, i.Unit, i.Cumulative, i.Source);
}

/// <summary>One figure of an indicator: a row of the table indicator-values, which repeats the indicator's columns for each year.</summary>
/// <param name="Era">The fiscal year in the Japanese calendar, such as 平成29年度.</param>
/// <param name="Source">The source of the indicator, whose cell range covers the whole record.</param>
/// <param name="Cell">The workbook cell that contains the figure.</param>
internal sealed record IndicatorValueData(
    string Indicator,
    string Initiative,
    int Viewpoint,
    string ViewpointName,
    string PolicyAreaCode,
    string PolicyArea,
    string Name,
    string? Group,
    string? Unit,
    bool Cumulative,
    int FiscalYear,
    string Era,
    decimal? Value,
    string? Text,
    FigureStatus Status,
    DataSource Source,
    string Cell)
{
    public static IEnumerable<IndicatorValueData> Of(IndicatorData i) => i.Values.Select(v => new IndicatorValueData(
        i.Id,
        i.Initiative,
        i.Viewpoint,
        i.ViewpointName,
        i.PolicyAreaCode,
        i.PolicyArea,
        i.Name,
        i.Group,
        i.Unit,
        i.Cumulative,
        v.FiscalYear,
        Domain.FiscalYear.Of(v.FiscalYear).EraLabel,
        v.Value,
        v.Text,
        v.Status,
        i.Source,
        v.Cell));
}

internal sealed record IndicatorNote(string Indicator, int Order, string Note)
{
    public static IEnumerable<IndicatorNote> Of(IndicatorData i) => i.Notes.Select((n, at) => new IndicatorNote(i.Id, at + 1, n));
}
