using KawasakiServerless.Domain;
using KawasakiServerless.Site.Figures;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Projects;

/// <summary>Finds the records of a reporting year that describe the same project, as projects.yml lists them.</summary>
internal sealed class ProjectIndex
{
    private readonly Dictionary<string, (Record Record, ProjectLink Link)> known;
    private readonly ILookup<string, Project> projects;

    public ProjectIndex(ReportView view, IReadOnlyList<Project> all)
    {
        var named = all.SelectMany(p => p.Records).ToHashSet(StringComparer.Ordinal);
        known = named.Count == 0
            ? []
            : All(view).Where(r => named.Contains(r.Record.Id)).ToDictionary(r => r.Record.Id, StringComparer.Ordinal);
        projects = all.SelectMany(p => p.Records.Select(id => (Id: id, Project: p)))
            .ToLookup(p => p.Id, p => p.Project, StringComparer.Ordinal);
        Unknown = [.. named.Where(id => !known.ContainsKey(id)).Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// The ids (管理番号) that projects.yml lists although the report contains no initiative, collaboration or ward activity with such an id.
    /// </summary>
    public IReadOnlyList<string> Unknown { get; }

    /// <summary>Links to the other records that describe the same project as this record; empty if there are none.</summary>
    public IReadOnlyList<ProjectLink> Of(string id) =>
    [
        .. projects[id].SelectMany(p => p.Records).Where(other => other != id).Distinct(StringComparer.Ordinal)
            .Where(known.ContainsKey).Select(other => known[other].Link),
    ];

    /// <summary>Every record that projects.yml may list: initiatives, collaborations and ward activities.</summary>
    internal static IEnumerable<(Record Record, ProjectLink Link)> All(ReportView view) =>
    [
        .. view.Report.Initiatives.Select(i => ((Record)i, new ProjectLink("取組", view.Links.To(i)))),
        .. view.Report.Collaborations.Select(c => ((Record)c.Collaboration, new ProjectLink("連携取組", view.Links.To(c.Collaboration)))),
        .. view.Report.WardActivities.Select(a => ((Record)a, LinkOf(a, view))),
    ];

    private static ProjectLink LinkOf(WardActivity activity, ReportView view)
    {
        if (activity.Ward is null || view.Report.Register.FindDepartment(activity.Ward) is not { } office)
            return new(WardActivity.CommonToAllWards, new($"{view.Links.Wards.Href}#common", activity.Text));
        var (href, ward) = view.Links.ToWard(office);
        var anchor = activity.Year is { } year ? $"fy{Svg.Number(year.Year)}" : "standing";
        return new($"{ward} {activity.Year?.EraLabel}".TrimEnd(), new($"{href}#{anchor}", activity.Text));
    }
}
