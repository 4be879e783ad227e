using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Collaborations;

/// <summary>
/// A partner (連携先) by which collaborations can be selected: a department of the register, a phrase such as 全局 (all bureaus) that names
/// no department, or any name that is not in the register.
/// </summary>
/// <param name="Code">The code of the department or the phrase, used in the addresses of pages, such as kenkofukushi or every-ward.</param>
/// <param name="Department">The department; null if the partner is not a department of the register.</param>
public sealed record Partner(string Code, string Name, Department? Department, Func<PartnerList, bool> IsIn)
{
    private static readonly Partner[] Wildcards =
    [
        new("every-bureau", "全局", null, p => p.EveryBureau),
        new("every-ward", "区役所", null, p => p.EveryWard),
        new("and-others", "等", null, p => p.AndOthers),
        new("not-in-register", "そのほかの名前", null, p => p.Unknown.Count > 0),
    ];

    /// <summary>
    /// The departments in official order (建制順), then the partners that are not departments. Only partners of at least one collaboration
    /// of the report are returned.
    /// </summary>
    public static IEnumerable<Partner> AllIn(Report report) =>
        report.Register.Departments.OrderBy(d => d.Order).Select(Of).Concat(Wildcards)
        .Where(partner => report.Collaborations.Any(c => partner.IsIn(c.Partners)));

    private static Partner Of(Department department) =>
        new(department.Code, department.Name, department, p => p.Departments.Contains(department.Code));
}
