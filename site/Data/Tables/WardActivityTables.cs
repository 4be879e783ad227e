using KawasakiServerless.Domain;
using KawasakiServerless.Site.DataDictionary;
using static KawasakiServerless.Site.DataDictionary.OpenDataColumns;

namespace KawasakiServerless.Site.Data.Tables;

/// <summary>The open-data table of ward activities (区の取組).</summary>
internal static class WardActivityTables
{
    public static IReadOnlyList<OpenDataTable> All { get; } =
    [
        OpenDataTable.Of(
            new OpenDataFile("ward-activities", "区の取組", "1行が1つの区の取組です。",
            [
                Id, Code("wardCode", "区の符号", "wards") with { Blank = "全区に共通する取組" }, Name("ward", "区の名称") with { Blank = "全区に共通する取組" },
                OpenDataColumns.FiscalYear with { Blank = "年度の記載がない" },
                Era with { Forms = DataForms.Cells, Blank = "年度の記載がない" }, Name("category", "区分") with { Blank = "区分の記載がない" },
                Name("heading", "見出し") with { Blank = "見出しの記載がない" }, Sentence("text", "取組の文"), .. OpenDataColumns.Source,
            ]),
            WardActivityData.AllOf,
            report => WardActivityData.AllOf(report).Select(WardActivityRow.Of)),
    ];
}

internal sealed record WardActivityData(
    string Id, string? WardCode, string? Ward, int? FiscalYear, string? Category, string? Heading, string Text, DataSource Source)
{
    public static IEnumerable<WardActivityData> AllOf(Report report) => report.WardActivities.Select(a => new WardActivityData(
        a.Id,
        a.Ward,
        a.Ward is null ? null : report.Register.Department(a.Ward).Ward,
        a.Year?.Year,
        a.Category,
        a.Heading,
        a.Text,
        DataSource.Of(a)));
}

/// <param name="Era">The fiscal year in the Japanese calendar, such as 平成29年度.</param>
internal sealed record WardActivityRow(
    string Id, string? WardCode, string? Ward, int? FiscalYear, string? Era, string? Category, string? Heading, string Text,
    DataSource Source)
{
    public static WardActivityRow Of(WardActivityData a) => new(
        a.Id, a.WardCode, a.Ward, a.FiscalYear, a.FiscalYear is { } year ? Domain.FiscalYear.Of(year).EraLabel : null, a.Category,
        a.Heading, a.Text, a.Source);
}
