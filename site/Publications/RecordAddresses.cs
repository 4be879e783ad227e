using KawasakiServerless.Domain;
using KawasakiServerless.Site.Records;

namespace KawasakiServerless.Site;

/// <summary>The address of the page that shows each record of a reporting year.</summary>
public sealed class RecordAddresses
{
    private readonly Dictionary<(RecordKind, string), string> addresses = [];

    internal RecordAddresses(ReportView view)
    {
        foreach (var (record, href) in RecordKinds.All.SelectMany(kind => PublishedKind.Of(kind).Addresses(view)))
            addresses.TryAdd((record.KindOfRecord(), record.Id), href);
    }

    /// <summary>Null when the year does not contain the record, or no longer contains it.</summary>
    public string? Find(RecordKind kind, string id) => addresses.GetValueOrDefault((kind, id));
}
