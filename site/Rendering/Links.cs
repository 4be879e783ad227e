using System.Globalization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site;

/// <summary>A link as breadcrumbs and menus show it.</summary>
public sealed record Link(string Href, string Text);

/// <summary>Where every page stands.</summary>
public static class Links
{
    public static Link Home { get; } = new("/", "ホーム");

    public static Link Viewpoints { get; } = new("/viewpoints/", "5つの視点");

    public static Link Indicators { get; } = new("/indicators/", "指標の一覧");

    public static Link Collaborations { get; } = new("/collaborations/", "連携取組");

    public static Link Departments { get; } = new("/departments/", "局・区役所");

    public static Link Wards { get; } = new("/wards/", "区の取組");

    public static Link Statistics { get; } = new("/statistics/", "活動統計");

    public static Link Report { get; } = new("/report/", "報告の本文");

    public static Link Data { get; } = new("/data/", "オープンデータ");

    public static Link About { get; } = new("/about/", "このサイトについて");

    public static IReadOnlyList<Link> Menu { get; } =
        [Viewpoints, Indicators, Collaborations, Departments, Wards, Statistics, Report, Data];

    public static Link To(Viewpoint viewpoint) => new($"/viewpoints/{Number(viewpoint.Number)}/", $"視点{Number(viewpoint.Number)} {viewpoint.ShortName}");

    public static Link To(Viewpoint viewpoint, PolicyArea area) => new($"{To(viewpoint).Href}{area.Code}/", area.Name);

    public static Link To(Initiative initiative) => new($"/initiatives/{initiative.Id}/", initiative.Text);

    public static Link To(Indicator indicator) => new($"/indicators/{indicator.Id}/", indicator.FullName);

    public static Link To(Collaboration collaboration) => new($"/collaborations/{collaboration.Id}/", collaboration.Name);

    public static Link To(Department department) => new($"/departments/{department.Code}/", department.Name);

    public static Link ToWard(Department ward) => new($"/wards/{ward.Code}/", ward.Ward ?? ward.Name);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
