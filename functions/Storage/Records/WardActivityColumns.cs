using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Records;

internal sealed class WardActivityColumns : RecordColumns<WardActivity>
{
    public static WardActivityColumns Instance { get; } = new();

    public override Record Read(TableEntity row, RecordHead head) => new WardActivity(
        head.Id,
        head.Source,
        row.Text("Ward"),
        row.Int("Year") is { } year ? FiscalYear.Of(year) : null,
        row.Text("Category"),
        row.Text("Heading"),
        row.Require("Text"));

    protected override IEnumerable<(string Name, object? Value)> Write(WardActivity record) =>
    [
        ("Ward", record.Ward),
        ("Year", record.Year?.Year),
        ("Category", record.Category),
        ("Heading", record.Heading),
        ("Text", record.Text),
    ];
}
