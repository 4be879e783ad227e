using KawasakiServerless.Domain;
using KawasakiServerless.Site.DataDictionary;
using KawasakiServerless.Site.Statistics;
using static KawasakiServerless.Site.DataDictionary.OpenDataColumns;

namespace KawasakiServerless.Site.Data.Tables;

/// <summary>The open-data table of statistics (活動統計).</summary>
internal static class StatisticTables
{
    public static IReadOnlyList<OpenDataTable> All { get; } =
    [
        OpenDataTable.Of(
            new OpenDataFile("statistics", "活動統計", "1行が1つの内訳です。総数は内訳の行ごとに繰り返します。JSONでは1件が1つの総数とその内訳です。",
            [
                Id with { Forms = DataForms.Json },
                Key("statistic", "活動統計の管理番号。同じ総数の内訳の行では同じ") with { Forms = DataForms.Cells },
                Name("section", "分野"), Name("name", "統計名"), new("periodFrom", DataType.Month, "期間の始まりの月"),
                new("periodTo", DataType.Month, "期間の終わりの月"),
                new("total", DataType.Number, "総数") { Unit = "unit列のとおり" },
                Name("unit", "総数の単位。報告の本文による") with { Blank = "単位の記載がない" },
                new("shares", DataType.List, "内訳と割合") { Forms = DataForms.Json },
                Name("label", "内訳の名称") with { Forms = DataForms.Cells, Blank = "内訳の記載がない" },
                new("percent", DataType.Number, "総数に占める割合") { Forms = DataForms.Cells, Unit = "%", Blank = "内訳の記載がない" },
                Sentence("note", "内訳の注記") with { Forms = DataForms.Cells, Blank = "注記がない" }, .. OpenDataColumns.Source,
                Key("totalCell", "出典：総数のセル"), Key("cell", "出典：割合のセル") with { Forms = DataForms.Cells, Blank = "内訳の記載がない" },
            ]),
            StatisticData.AllOf,
            report => StatisticData.AllOf(report).SelectMany(StatisticRow.Of)),
    ];
}

internal sealed record StatisticData(
    string Id, string Section, string Name, string PeriodFrom, string PeriodTo, decimal Total, string? Unit, IEnumerable<ShareData> Shares,
    DataSource Source, string TotalCell)
{
    public static IEnumerable<StatisticData> AllOf(Report report) => report.Statistics.Select(s => Of(s, report));

    private static StatisticData Of(Statistic s, Report report) => new(
        s.Id, s.Section, s.Name, s.From.ToString(), s.To.ToString(), s.Total, StatisticUnits.Of(s, report), SharesOf(s), DataSource.Of(s),
        s.Source.CellOfTotal());

    private static IEnumerable<ShareData> SharesOf(Statistic s) =>
        s.Shares.Select((share, index) => new ShareData(share.Label, share.Percent, share.Note, s.Source.CellOfShare(index)));
}

/// <param name="Cell">The workbook cell that contains the percentage.</param>
internal sealed record ShareData(string Label, decimal Percent, string? Note, string Cell);

/// <summary>
/// A row of CSV and Excel: one category (内訳) of a statistic with its percentage, and the statistic's total, which is repeated in each row.
/// A statistic without categories has one row with only the total.
/// </summary>
internal sealed record StatisticRow(
    string Statistic, string Section, string Name, string PeriodFrom, string PeriodTo, decimal Total, string? Unit, string? Label,
    decimal? Percent, string? Note, DataSource Source, string TotalCell, string? Cell)
{
    public static IEnumerable<StatisticRow> Of(StatisticData s) => s.Shares.DefaultIfEmpty().Select(share => new StatisticRow(
        s.Id, s.Section, s.Name, s.PeriodFrom, s.PeriodTo, s.Total, s.Unit, share?.Label, share?.Percent, share?.Note, s.Source,
        s.TotalCell, share?.Cell));
}
