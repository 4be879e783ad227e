using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Records;

internal sealed class PassageColumns : RecordColumns<Passage>
{
    public static PassageColumns Instance { get; } = new();

    public override Record Read(TableEntity row, RecordHead head) => new Passage(
        head.Id, head.Source, row.Require("Document"), TextList.Read(row, "Path"), row.Require<PassageKind>("Kind"), row.Require("Text"));

    protected override IEnumerable<(string Name, object? Value)> Write(Passage record) =>
    [
        ("Document", record.Document),
        ("Path", TextList.Join(record.Path)),
        ("Kind", record.Kind.ToString()),
        ("Text", record.Text),
    ];
}
