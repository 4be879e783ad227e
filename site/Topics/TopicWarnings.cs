using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Topics;

/// <summary>
/// Warnings for the person who edits the topics: a topic without records, or a record id (管理番号) that is not in the report.
/// </summary>
public static class TopicWarnings
{
    public static IEnumerable<string> Of(ReportView view)
    {
        var known = view.Report.Records.All.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var topic in view.Topics.All)
        {
            if (view.Topics.Of(topic).Count == 0)
                yield return $"input/topics/{topic.Slug}.md: no record of {view.Report.ReportingYear.Year} belongs to this topic.";
            foreach (var id in topic.Add.Concat(topic.LeaveOut).Where(id => !known.Contains(id)))
                yield return $"input/topics/{topic.Slug}.md: the report of {view.Report.ReportingYear.Year} has no record {id}.";
        }
    }
}
