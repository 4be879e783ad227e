namespace KawasakiServerless.Domain;

/// <summary>The names by which workbooks refer to a section page (ページの名前).</summary>
/// <param name="Names">The first name is shown to users; the other names are also accepted in workbooks.</param>
public sealed record SectionPageNames(SectionPage Page, EquatableList<string> Names)
{
    public static IEnumerable<SectionPageNames> AllOf(Register register) =>
    [
        new(SectionPage.Home, ["トップページ", "ホーム"]),
        new(SectionPage.Viewpoints, [register.ViewpointsName, "視点"]),
        .. register.Viewpoints.OrderBy(v => v.Number).SelectMany(v => Of(v, register)),
        new(SectionPage.Indicators, ["指標の一覧", "指標"]),
        new(SectionPage.Collaborations, ["連携取組", "連携取組の一覧"]),
        new(SectionPage.Departments, ["局・区役所"]),
        new(SectionPage.Wards, ["区の取組"]),
        .. register.Wards.OrderBy(w => w.Order).Select(w => new SectionPageNames(SectionPage.OfWard(w.Code), [w.Ward!, w.Name])),
        new(SectionPage.Statistics, ["活動統計"]),
        new(SectionPage.Documents, ["報告の本文", "本文"]),
        .. register.Documents.Select(d => new SectionPageNames(SectionPage.OfDocument(d.Code), [d.Code, d.Title, $"{d.Code} {d.Title}"])),
    ];

    /// <summary>
    /// Returns the page's name, or its key if the register no longer contains the viewpoint, policy area, ward or document of the page.
    /// </summary>
    public static string NameOf(SectionPage page, Register register) =>
        AllOf(register).FirstOrDefault(p => p.Page == page)?.Names[0] ?? page.Key;

    private static IEnumerable<SectionPageNames> Of(Viewpoint viewpoint, Register register)
    {
        var number = $"視点{viewpoint.Number}";
        return
        [
            new(SectionPage.Of(viewpoint.Number), [$"{number} {viewpoint.ShortName}", number, viewpoint.ShortName, viewpoint.Title]),
            .. register.PolicyAreasOf(viewpoint)
                .Select(a => new SectionPageNames(SectionPage.Of(viewpoint.Number, a.Code), [$"{number}＞{a.Name}", $"{number}{a.Name}"])),
        ];
    }
}
