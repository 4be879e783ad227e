using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;
using KawasakiServerless.Site.Figures;

namespace KawasakiServerless.Site.Rendering;

/// <summary>
/// Gives the pages of a reporting year unique titles. Where several pages have the same name, a detail is appended to each title, such as
/// the viewpoint and policy area or the collaboration's number. Where titles are still equal, the id (管理番号) or the code is appended
/// instead.
/// </summary>
public sealed class PageNames
{
    /// <summary>The maximum number of characters of a title: search engines and browsers do not show more.</summary>
    public const int Longest = 60;

    private readonly Dictionary<string, string> titles = new(StringComparer.Ordinal);

    internal PageNames(ReportView view)
    {
        var pages = All(view).DistinctBy(p => p.Href).ToList();
        var details = new int[pages.Count];
        while (Alike(pages, details) is { Count: > 0 } alike)
        {
            foreach (var page in alike)
                details[page]++;
        }

        foreach (var (i, page) in pages.Index())
            titles.Add(page.Href, page.Title(details[i]));
    }

    /// <summary>
    /// Returns the unique title of the page at this address. If this class has not given the page a title, returns
    /// <paramref name="own"/>, shortened if necessary.
    /// </summary>
    public string TitleOf(string href, string own) => titles.GetValueOrDefault(href) ?? Texts.Shorten(own, Longest);

    private static List<int> Alike(List<Named> pages, int[] details) =>
    [
        .. Enumerable.Range(0, pages.Count).GroupBy(i => pages[i].Title(details[i]), StringComparer.Ordinal).Where(g => g.Count() > 1)
            .SelectMany(g => g).Where(i => details[i] < pages[i].Details.Count),
    ];

    private static IEnumerable<Named> All(ReportView view)
    {
        var links = view.Links;
        return
        [
            .. links.Menu.Concat(Links.AtTheFoot).Append(links.Home).Append(links.CollaborationMatrix).Select(Fixed),
            .. TrendWords.All.Select(links.ToTrend).Select(Fixed),
            .. OpenDataTable.Descriptions.Select(f => Fixed(new(f.Href, f.PageTitle))),
            .. view.Documents.Select(d => new Named(links.To(d).Href, d.Label, ["報告の本文", d.Slug])),
            .. view.Departments.Select(d => new Named(links.To(d).Href, d.Name, ["局・区役所", d.Code])),
            .. view.Wards.Select(w => new Named(links.ToWard(w).Href, $"{links.ToWard(w).Text}の取組", ["区の取組", w.Code])),
            .. view.Viewpoints.Select(v => Fixed(links.To(v.Viewpoint))),
            .. view.Viewpoints.SelectMany(v => v.Areas)
                .Select(a => new Named(links.To(a.Viewpoint, a.Area).Href, links.To(a.Viewpoint, a.Area).Text, [a.Area.Code])),
            .. view.Matrix.Choices.Select(c => new Named(links.To(c).Href, c.Title, [c.Code])),
            .. view.Places.Select(p => new Named(links.To(p.Initiative).Href, p.Initiative.Text, [$"{PlaceOf(p)}の取組", p.Initiative.Id])),
            .. view.Places.SelectMany(p => p.Indicators.Select(i => new Named(
                links.To(i).Href, IndicatorName.Of(p.Initiative, i).ToString(), [$"{PlaceOf(p)}の指標", i.Id]))),
            .. view.Report.Collaborations.Select(c => new Named(
                links.To(c.Collaboration).Href, c.Collaboration.Name, [$"連携取組 No.{Texts.Format(c.Number)}", c.Collaboration.Id])),
        ];
    }

    private static Named Fixed(Link link) => new(link.Href, link.Text, []);

    private static string PlaceOf(InitiativePlace place) => $"視点{Texts.Format(place.Area.Viewpoint.Number)} {place.Area.Area.Name}";

    /// <param name="Details">Texts that distinguish the page from other pages with the same name, the most readable first.</param>
    private sealed record Named(string Href, string Name, EquatableList<string> Details)
    {
        public string Title(int detail)
        {
            var end = detail == 0 ? "" : $"（{Details[detail - 1]}）";
            return Texts.Shorten(Name, Math.Max(10, Longest - end.Length)) + end;
        }
    }
}
