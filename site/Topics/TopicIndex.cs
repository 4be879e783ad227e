using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Site.Search;

namespace KawasakiServerless.Site.Topics;

/// <summary>
/// Finds the initiatives, indicators, collaborations and ward activities of a reporting year that belong to each topic: those that contain
/// one of the topic's words, and those whose ids (管理番号) the topic adds, except those whose ids the topic leaves out. Other kinds of
/// records, such as directions, are not searched, and neither are the partners and the direction of a collaboration.
/// </summary>
internal sealed class TopicIndex
{
    private readonly Dictionary<string, TopicRecords> bySlug;

    public TopicIndex(ReportView view, IReadOnlyList<Topic> topics)
    {
        All = topics;
        var texts = topics.Count == 0
            ? []
            : TextsOf(view).AsParallel().AsOrdered().Select(t => (t.Record, Text: SearchText.Fold(t.Text))).ToList();
        bySlug = topics.ToDictionary(t => t.Slug, t => RecordsOf(t, texts, view), StringComparer.Ordinal);
    }

    /// <summary>The kinds of records that topics show.</summary>
    public static IReadOnlyList<RecordKind> Kinds { get; } =
        [RecordKind.Initiative, RecordKind.Indicator, RecordKind.Collaboration, RecordKind.WardActivity];

    public IReadOnlyList<Topic> All { get; }

    public TopicRecords Of(Topic topic) => bySlug[topic.Slug];

    private static TopicRecords RecordsOf(Topic topic, List<(Record Record, string Text)> texts, ReportView view)
    {
        List<string> words = [.. topic.Words.Select(SearchText.Fold)];
        var ids = texts.Where(t => words.Exists(word => t.Text.Contains(word, StringComparison.Ordinal))).Select(t => t.Record.Id)
            .Concat(topic.Add).Except(topic.LeaveOut, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        return TopicRecords.Of(ids, topic.LeaveOut, view);
    }

    private static IEnumerable<(Record Record, string Text)> TextsOf(ReportView view) =>
    [
        .. view.Report.Initiatives.Select(i => ((Record)i, i.Text)),
        .. view.Report.Indicators.Select(i => ((Record)i, i.FullName)),
        .. view.Report.Collaborations.Select(c => ((Record)c.Collaboration, $"{c.Collaboration.Name} {c.Collaboration.Outline}")),
        .. view.Report.WardActivities.Select(a => ((Record)a, $"{a.Heading} {a.Text}")),
    ];
}
