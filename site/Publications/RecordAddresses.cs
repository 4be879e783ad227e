using KawasakiServerless.Domain;
using KawasakiServerless.Site.Records;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Publications;

/// <summary>Finds the address of the page that shows a record of a reporting year.</summary>
public sealed class RecordAddresses
{
    private readonly Dictionary<(RecordKind, string), string> addresses = [];

    internal RecordAddresses(ReportView view)
    {
        foreach (var (record, href) in PublishedKind.All.SelectMany(kind => kind.Addresses(view)))
            addresses.TryAdd((record.GetRecordKind(), record.Id), href);
    }

    /// <summary>The address of the record's page; null when the report of the year does not contain the record.</summary>
    public string? Find(RecordKind kind, string id) => addresses.GetValueOrDefault((kind, id));
}
