using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Topics;

/// <summary>
/// Warnings for the person who edits the topics: a topic without records, a record id (管理番号) that is not in the report, or an added
/// record of a kind that topics do not show.
/// </summary>
public static class TopicWarnings
{
    public static IEnumerable<string> Of(ReportView view)
    {
        var kinds = view.Report.Records.All.ToLookup(r => r.Id, r => r.GetRecordKind(), StringComparer.Ordinal);
        foreach (var topic in view.Topics.All)
        {
            if (view.Topics.Of(topic).Count == 0)
                yield return $"input/topics/{topic.Slug}.md: no record of {view.Report.ReportingYear.Year} belongs to this topic.";
            foreach (var id in topic.Add.Concat(topic.LeaveOut).Where(id => !kinds.Contains(id)))
                yield return $"input/topics/{topic.Slug}.md: the report of {view.Report.ReportingYear.Year} has no record {id}.";
            foreach (var (id, kind) in topic.Add.SelectMany(id => kinds[id].Except(TopicIndex.Kinds).Select(kind => (id, kind))))
                yield return $"input/topics/{topic.Slug}.md: topics do not show the record {id} because it is a {kind.Facts().Code}.";
        }
    }
}
