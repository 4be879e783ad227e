using KawasakiServerless.Domain;
using KawasakiServerless.Site.Records;

namespace KawasakiServerless.Site;

/// <summary>On which page of a reporting year each record stands.</summary>
public sealed class RecordAddresses
{
    private readonly Dictionary<(RecordKind, string), string> addresses = [];

    internal RecordAddresses(ReportView view)
    {
        foreach (var (record, href) in RecordKinds.All.SelectMany(kind => PublishedKind.Of(kind).Addresses(view)))
            addresses.TryAdd((record.KindOfRecord(), record.Id), href);
    }

    /// <summary>Null when the year does not have the record, or not any more.</summary>
    public string? Find(RecordKind kind, string id) => addresses.GetValueOrDefault((kind, id));
}
