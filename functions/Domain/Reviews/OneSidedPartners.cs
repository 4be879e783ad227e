namespace KawasakiServerless.Domain;

/// <summary>
/// A pair of departments of which only one names the other (一方だけが挙げている連携): `Lead` names `Partner` as a partner in its collaborations, but
/// `Partner` does not name `Lead` in any of its own.
/// </summary>
/// <param name="Lead">Code of the department that names the partner.</param>
/// <param name="Collaborations">Names of the collaborations in which the lead names the partner.</param>
public sealed record OneSidedPartner(string Lead, string Partner, EquatableList<string> Collaborations)
{
    /// <summary>
    /// Finds all such pairs, in the order of the list of collaborations. Only partners that are named explicitly and have submitted a
    /// report are considered, so terms such as 全局 (all bureaus) and 等 (and others) are ignored.
    /// </summary>
    public static EquatableList<OneSidedPartner> Of(Report report)
    {
        var named = report.Collaborations.SelectMany(
            c => c.Partners.Departments.Select(p => (Lead: c.Collaboration.Lead, Partner: p, c.Collaboration.Name)))
            .Where(n => n.Lead != n.Partner).ToList();
        var pairs = named.Select(n => (n.Lead, n.Partner)).ToHashSet();
        var reported = report.Submissions.Select(s => s.Department).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. named.Where(n => reported.Contains(n.Partner) && !pairs.Contains((n.Partner, n.Lead)))
                .GroupBy(n => (n.Lead, n.Partner))
                .Select(g => new OneSidedPartner(g.Key.Lead, g.Key.Partner, [.. g.Select(n => n.Name)])),
        ];
    }
}
