using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Records;

internal sealed class PlainSummaryColumns : RecordColumns<PlainSummary>
{
    public static PlainSummaryColumns Instance { get; } = new();

    public override Record Read(TableEntity row, RecordHead head) =>
        new PlainSummary(head.Id, head.Source, PageOf(row), row.Require("Text"));

    protected override IEnumerable<(string Name, object? Value)> Write(PlainSummary record) =>
        [("Page", record.Page.Key), ("Text", record.Text)];

    private static SectionPage PageOf(TableEntity row) =>
        SectionPage.OfKey(row.Require("Page")) ?? throw new InvalidDataException($"Page of {row.RowKey} is not a section page.");
}
