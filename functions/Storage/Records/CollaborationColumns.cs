using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Records;

internal sealed class CollaborationColumns : RecordColumns<Collaboration>
{
    public static CollaborationColumns Instance { get; } = new();

    public override Record Read(TableEntity row, RecordHead head) => new Collaboration(
        head.Id, head.Source, row.Require("PartnersText"), row.Require("Name"), row.Require("Outline"), row.Require("Direction"));

    protected override IEnumerable<(string Name, object? Value)> Write(Collaboration record) =>
    [
        ("PartnersText", record.PartnersText),
        ("Name", record.Name),
        ("Outline", record.Outline),
        ("Direction", record.Direction),
    ];
}
