using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Records;

internal sealed class DirectionColumns : RecordColumns<Direction>
{
    public static DirectionColumns Instance { get; } = new();

    public override Record Read(TableEntity row, RecordHead head) => new Direction(
        head.Id,
        head.Source,
        row.Int("Viewpoint") ?? 0,
        row.Require("PolicyArea"),
        TextList.Read(row, "Divisions"),
        row.Require("Text"));

    protected override IEnumerable<(string Name, object? Value)> Write(Direction record) =>
    [
        ("Viewpoint", record.Viewpoint),
        ("PolicyArea", record.PolicyArea),
        ("Divisions", TextList.Join(record.Divisions)),
        ("Text", record.Text),
    ];
}
