using KawasakiServerless.Domain;
using KawasakiServerless.Site.PlainSummaries;

namespace KawasakiServerless.Site;

/// <summary>On which page of a reporting year each record stands.</summary>
public sealed class RecordAddresses
{
    private readonly Dictionary<(RecordKind, string), string> addresses = [];

    internal RecordAddresses(ReportView view)
    {
        var (report, links) = (view.Report, view.Links);
        foreach (var initiative in report.Initiatives)
            Add(RecordKind.Initiative, initiative, links.To(initiative).Href);
        foreach (var indicator in report.Indicators)
            Add(RecordKind.Indicator, indicator, links.To(indicator).Href);
        foreach (var area in view.Viewpoints.SelectMany(v => v.Areas))
            AddAll(RecordKind.Direction, area.Directions, $"{links.To(area.Viewpoint, area.Area).Href}#directions");
        foreach (var listed in report.Collaborations)
            Add(RecordKind.Collaboration, listed.Collaboration, links.To(listed.Collaboration).Href);
        foreach (var activity in report.WardActivities)
            Add(RecordKind.WardActivity, activity, activity.Ward is null ? links.Wards.Href : links.ToWard(report.Register.Department(activity.Ward)).Href);
        foreach (var statistic in report.Statistics)
            Add(RecordKind.Statistic, statistic, $"{links.Statistics.Href}#{statistic.Id}");
        foreach (var document in view.Documents)
            AddAll(RecordKind.Passage, document.Passages, links.To(document).Href);
        foreach (var (page, link) in SectionLinks.Of(view))
            AddAll(RecordKind.PlainSummary, view.PlainSummaries[page], $"{link.Href}#{SectionLinks.Anchor}");
    }

    /// <summary>Null when the year does not have the record, or not any more.</summary>
    public string? Find(RecordKind kind, string id) => addresses.GetValueOrDefault((kind, id));

    private void AddAll(RecordKind kind, IEnumerable<Record> records, string address)
    {
        foreach (var record in records)
            Add(kind, record, address);
    }

    private void Add(RecordKind kind, Record record, string address) => addresses.TryAdd((kind, record.Id), address);
}
