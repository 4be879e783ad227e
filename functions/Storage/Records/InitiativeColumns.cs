using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Records;

internal sealed class InitiativeColumns : RecordColumns<Initiative>
{
    public static InitiativeColumns Instance { get; } = new();

    public override Record Read(TableEntity row, RecordHead head) => new Initiative(
        head.Id,
        head.Source,
        row.Int("Viewpoint") ?? 0,
        row.Require("PolicyArea"),
        TextList.Read(row, "Divisions"),
        row.Require("Text"));

    protected override IEnumerable<(string Name, object? Value)> Write(Initiative record) =>
    [
        ("Viewpoint", record.Viewpoint),
        ("PolicyArea", record.PolicyArea),
        ("Divisions", TextList.Join(record.Divisions)),
        ("Text", record.Text),
    ];
}
