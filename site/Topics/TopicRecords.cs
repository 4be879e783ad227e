using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Topics;

/// <summary>What a report says of a topic.</summary>
/// <param name="Places">Initiatives that name it, or one of whose indicators does.</param>
/// <param name="Indicators">Those that name it, and those of the initiatives that do.</param>
internal sealed record TopicRecords(
    IReadOnlyList<InitiativePlace> Places,
    IReadOnlyList<Indicator> Indicators,
    IReadOnlyList<ListedCollaboration> Collaborations,
    IReadOnlyList<WardActivity> Activities)
{
    /// <summary>Whom to ask: those that reported most of it first.</summary>
    public required IReadOnlyList<Department> Departments { get; init; }

    public int Count => Places.Count + Indicators.Count + Collaborations.Count + Activities.Count;

    /// <summary>Each ward with its activities; those common to all come first, under no ward.</summary>
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

    // A ward office is found by its ward, beside what it does.
    private IEnumerable<Department> DepartmentsOf(ReportView view) =>
        Places.Select(p => p.Initiative.Source.Department).Concat(Collaborations.Select(c => c.Collaboration.Lead))
            .CountBy(code => code, StringComparer.Ordinal)
            .Select(c => (Department: view.Report.Register.Department(c.Key), c.Value))
            .OrderByDescending(d => d.Value).ThenBy(d => d.Department.Order).Select(d => d.Department);
}
