using KawasakiServerless.Domain;
using KawasakiServerless.Site.Figures;
using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Site.Wards;

namespace KawasakiServerless.Site.Search;

/// <summary>Creates the search entries for departments, for wards, and for the activities of each ward in each year.</summary>
internal static class PlaceEntries
{
    public static SearchEntry Of(Department department, ReportView view) =>
        new(SearchKind.Department, view.Links.To(department).Href, department.Name)
        {
            // For a ward office, the code and the ward's name are left out, because a search for kawasaki or 川崎区 must find the page of the
            // ward and not the page of its office.
            Names =
        [
            department.Kana, department.English, .. department.IsWard ? [] : new[] { department.Code },
            .. department.Aliases.Where(a => a != department.Ward),
        ],
            Text = "仕事、取組、連携取組、提出の状況。" + Divisions.Format(view.Viewpoints.SelectMany(v => v.Areas).SelectMany(a => a.Divisions).Distinct()
            .Where(d => view.DepartmentOf(d) == department)),
        };

    public static IEnumerable<SearchEntry> OfWards(ReportView view)
    {
        var activities = view.Report.WardActivities.ToLookup(a => a.Ward ?? "");
        return
        [
            .. view.Wards.SelectMany(w => Of(w, activities[w.Code], view)),
            new(SearchKind.Department, $"{view.Links.Wards.Href}#common", $"{WardActivity.CommonToAllWards}の取組")
            {
                Context = view.Links.Wards.Text,
                Text = TextOf(activities[""]),
            },
        ];
    }

    /// <summary>
    /// The search entry for the page of a ward. Its text contains only the activities without a year; each year has its own entry.
    /// </summary>
    public static SearchEntry OfWard(Department ward, ReportView view)
    {
        var (href, name) = view.Links.ToWard(ward);
        return new(SearchKind.Department, href, $"{name}の取組")
        {
            Names = [name, ward.WardKana ?? "", .. English(ward.English), .. Stems(name, ward.WardKana)],
            Text = TextOf(view.Report.WardActivities.Where(a => a.Ward == ward.Code && a.Year is null)),
        };
    }

    private static IEnumerable<SearchEntry> Of(Department ward, IEnumerable<WardActivity> activities, ReportView view)
    {
        var (href, name) = view.Links.ToWard(ward);
        return
        [
            OfWard(ward, view),
            .. activities.Where(a => a.Year is not null).GroupBy(a => a.Year!).Select(year =>
                new SearchEntry(SearchKind.Department, $"{href}#fy{Svg.Number(year.Key.Year)}", $"{name} {year.Key.Label}の取組")
                {
                    Context = view.Links.Wards.Text,
                    Text = TextOf(year),
                }),
        ];
    }

    // Makes the English names of a ward from that of its office. For example, Takatsu Ward Office yields Takatsu Ward and Takatsu.
    private static IEnumerable<string> English(string office) =>
        [office.Replace(" Office", "", StringComparison.Ordinal), office.Replace(" Ward Office", "", StringComparison.Ordinal)];

    // The name and the reading of a ward without 区, such as 高津 and たかつ.
    private static IEnumerable<string> Stems(string name, string? kana) =>
        [name.TrimEnd('区'), kana?.EndsWith('く') == true ? kana[..^1] : name];

    private static string TextOf(IEnumerable<WardActivity> activities) =>
        string.Join('／', ActivityRun.Of(activities)
            .Select(r => (r.Title is null ? "" : $"{r.Title}：") + string.Join('／', r.Activities.Select(a => a.Text))));
}
