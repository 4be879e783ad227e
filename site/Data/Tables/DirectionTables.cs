using KawasakiServerless.Domain;
using KawasakiServerless.Site.DataDictionary;
using static KawasakiServerless.Site.DataDictionary.OpenDataColumns;

namespace KawasakiServerless.Site.Data.Tables;

/// <summary>The open-data tables of directions (課題と今後の方向性) and of their divisions.</summary>
internal static class DirectionTables
{
    public static IReadOnlyList<OpenDataTable> All { get; } =
    [
        OpenDataTable.Of(
            new OpenDataFile("directions", "課題と今後の方向性", "1行が1つの課題または方向性です。",
                [Id, .. Place, List("divisions", "担当部署", "direction-divisions"), Sentence("text", "本文"), .. OpenDataColumns.Source]),
            DirectionData.AllOf,
            report => DirectionData.AllOf(report).Select(DirectionRow.Of)),
        OpenDataTable.Of(
            new OpenDataFile("direction-divisions", "課題と今後の方向性の担当部署", "1行が1つの課題または方向性の1つの担当部署です。",
                [Key("direction", "課題と今後の方向性の管理番号"), Order, OpenDataColumns.Division]),
            report => DirectionData.AllOf(report).SelectMany(DirectionDivision.Of)),
    ];
}

internal sealed record DirectionData(
    string Id, int Viewpoint, string ViewpointName, string PolicyAreaCode, string PolicyArea, IEnumerable<string> Divisions, string Text,
    DataSource Source)
{
    public static IEnumerable<DirectionData> AllOf(Report report) => report.Directions.Select(d => Of(d, report.Register));

    private static DirectionData Of(Direction d, Register register) => new(
        d.Id,
        d.Viewpoint,
        register.Viewpoint(d.Viewpoint).ShortName,
        d.PolicyArea,
        register.PolicyArea(d.PolicyArea).Name,
        d.Divisions,
        d.Text,
        DataSource.Of(d));
}

internal sealed record DirectionRow(
    string Id, int Viewpoint, string ViewpointName, string PolicyAreaCode, string PolicyArea, string Text, DataSource Source)
{
    public static DirectionRow Of(DirectionData d) =>
        new(d.Id, d.Viewpoint, d.ViewpointName, d.PolicyAreaCode, d.PolicyArea, d.Text, d.Source);
}

internal sealed record DirectionDivision(string Direction, int Order, string Division)
{
    public static IEnumerable<DirectionDivision> Of(DirectionData x) =>
        x.Divisions.Select((d, at) => new DirectionDivision(x.Id, at + 1, d));
}
