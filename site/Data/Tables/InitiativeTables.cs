using KawasakiServerless.Domain;
using KawasakiServerless.Site.DataDictionary;
using static KawasakiServerless.Site.DataDictionary.OpenDataColumns;

namespace KawasakiServerless.Site.Data.Tables;

/// <summary>The open-data tables of initiatives (取組) and of their divisions.</summary>
internal static class InitiativeTables
{
    public static IReadOnlyList<OpenDataTable> All { get; } =
    [
        OpenDataTable.Of(
            new OpenDataFile("initiatives", "取組", "1行が1つの取組です。",
                [Id, .. Place, List("divisions", "担当部署", "initiative-divisions"), Sentence("text", "取組の文"),
                    List("indicators", "指標の管理番号", "indicators"), .. OpenDataColumns.Source]),
            InitiativeData.AllOf,
            report => InitiativeData.AllOf(report).Select(InitiativeRow.Of)),
        OpenDataTable.Of(
            new OpenDataFile(
                "initiative-divisions", "取組の担当部署", "1行が1つの取組の1つの担当部署です。", [Key("initiative", "取組の管理番号"), Order, OpenDataColumns.Division]),
            report => InitiativeData.AllOf(report).SelectMany(InitiativeDivision.Of)),
    ];
}

internal sealed record InitiativeData(
    string Id,
    int Viewpoint,
    string ViewpointName,
    string PolicyAreaCode,
    string PolicyArea,
    IEnumerable<string> Divisions,
    string Text,
    IEnumerable<string> Indicators,
    DataSource Source)
{
    public static IEnumerable<InitiativeData> AllOf(Report report) => report.Initiatives.Select(i => Of(i, report));

    private static InitiativeData Of(Initiative i, Report report) => new(
        i.Id,
        i.Viewpoint,
        report.Register.Viewpoint(i.Viewpoint).ShortName,
        i.PolicyArea,
        report.Register.PolicyArea(i.PolicyArea).Name,
        i.Divisions,
        i.Text,
        report.IndicatorsOf(i).Select(x => x.Id),
        DataSource.Of(i));
}

// A row of CSV and Excel. It lacks the lists of the JSON, because a cell can have only one value: each list is a separate table.

internal sealed record InitiativeRow(
    string Id, int Viewpoint, string ViewpointName, string PolicyAreaCode, string PolicyArea, string Text, DataSource Source)
{
    public static InitiativeRow Of(InitiativeData i) =>
        new(i.Id, i.Viewpoint, i.ViewpointName, i.PolicyAreaCode, i.PolicyArea, i.Text, i.Source);
}

// A row of the table initiative-divisions, which lists the divisions of every initiative.

internal sealed record InitiativeDivision(string Initiative, int Order, string Division)
{
    public static IEnumerable<InitiativeDivision> Of(InitiativeData i) =>
        i.Divisions.Select((d, at) => new InitiativeDivision(i.Id, at + 1, d));
}
