using KawasakiServerless.Domain;

namespace KawasakiServerless.Site;

/// <summary>
/// What collaborations are found by on the partners' side (連携先): a department named, or words that name none (全局, 区役所, 等).
/// </summary>
/// <param name="Code">Stands in addresses: kenkofukushi, every-ward.</param>
/// <param name="Department">Null for words that name none.</param>
public sealed record Partner(string Code, string Name, Department? Department, Func<PartnerList, bool> IsIn)
{
    private static readonly Partner[] Wildcards =
    [
        new("every-bureau", "全局", null, p => p.EveryBureau),
        new("every-ward", "区役所", null, p => p.EveryWard),
        new("and-others", "等", null, p => p.AndOthers),
        new("not-in-register", "そのほかの名前", null, p => p.Unknown.Count > 0),
    ];

    /// <summary>Departments in official order, then the words; whoever stands in the list at all.</summary>
    public static IEnumerable<Partner> AllIn(Report report) =>
        report.Register.Departments.OrderBy(d => d.Order).Select(Of).Concat(Wildcards)
        .Where(partner => report.Collaborations.Any(c => partner.IsIn(c.Partners)));

    private static Partner Of(Department department) =>
        new(department.Code, department.Name, department, p => p.Departments.Contains(department.Code));
}
