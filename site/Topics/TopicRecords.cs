using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Topics;

/// <summary>The records of a report that belong to a topic. Records that the topic leaves out are in none of the lists.</summary>
/// <param name="Places">Initiatives that belong to the topic according to TopicIndex, and initiatives with an indicator that does.</param>
/// <param name="Indicators">Indicators that belong to the topic according to TopicIndex, and all indicators of initiatives that do.</param>
internal sealed record TopicRecords(
    IReadOnlyList<InitiativePlace> Places,
    IReadOnlyList<Indicator> Indicators,
    IReadOnlyList<ListedCollaboration> Collaborations,
    IReadOnlyList<WardActivity> Activities)
{
    /// <summary>
    /// The departments that the page names as contacts, the department with the most initiatives and collaborations first.
    /// </summary>
    public required IReadOnlyList<Department> Departments { get; init; }

    public int Count => Places.Count + Indicators.Count + Collaborations.Count + Activities.Count;

    /// <summary>The activities grouped by the ward's code. Activities common to all wards come first; their key is empty.</summary>
    public IEnumerable<IGrouping<string, WardActivity>> ByWard => Activities.GroupBy(a => a.Ward ?? "", StringComparer.Ordinal);

    public static TopicRecords Of(HashSet<string> ids, IReadOnlyList<string> leftOut, ReportView view)
    {
        var named = view.Places.Where(p => ids.Contains(p.Initiative.Id)).Select(p => p.Initiative.Id).ToHashSet(StringComparer.Ordinal);
        var records = new TopicRecords(
            [.. view.Places.Where(p => !leftOut.Contains(p.Initiative.Id)
                && (named.Contains(p.Initiative.Id) || p.Indicators.Any(i => ids.Contains(i.Id))))],
            [.. view.Places.SelectMany(p => p.Indicators)
                .Where(i => !leftOut.Contains(i.Id) && (ids.Contains(i.Id) || named.Contains(i.Initiative)))],
            [.. view.Report.Collaborations.Where(c => ids.Contains(c.Collaboration.Id))],
            [.. InOrderOfWards(view.Report.WardActivities.Where(a => ids.Contains(a.Id)), view)])
        {
            Departments = [],
        };
        return records with { Departments = [.. records.DepartmentsOf(view)] };
    }

    private static IEnumerable<WardActivity> InOrderOfWards(IEnumerable<WardActivity> activities, ReportView view)
    {
        var order = view.Wards.Select((ward, i) => (ward.Code, i)).ToDictionary(w => w.Code, w => w.i, StringComparer.Ordinal);
        return activities.OrderBy(a => a.Ward is { } ward ? order.GetValueOrDefault(ward, order.Count) : -1);
    }

    // The departments of the initiatives and collaborations. Ward activities are not counted: the page shows them by ward, so readers
    // already see which ward office to ask.
    private IEnumerable<Department> DepartmentsOf(ReportView view) =>
        Places.Select(p => p.Initiative.Source.Department).Concat(Collaborations.Select(c => c.Collaboration.Lead))
            .CountBy(code => code, StringComparer.Ordinal)
            .Select(c => (Department: view.Report.Register.Department(c.Key), c.Value))
            .OrderByDescending(d => d.Value).ThenBy(d => d.Department.Order).Select(d => d.Department);
}
