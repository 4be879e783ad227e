using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Collaborations;

/// <summary>The collaborations of a report, grouped by the department that leads them (主管) and by partner (連携先).</summary>
public sealed class CollaborationMatrix
{
    private readonly ILookup<(string Lead, string Partner), ListedCollaboration> cells;

    public CollaborationMatrix(Report report)
    {
        List = report.Collaborations;
        Leads = [.. report.Register.Departments.OrderBy(d => d.Order).Where(d => List.LedBy(d).Any())];
        Partners = [.. Partner.AllIn(report)];
        cells = Partners.SelectMany(p => List.Where(c => p.IsIn(c.Partners)), (p, c) => (p.Code, Listed: c))
            .ToLookup(x => (x.Listed.Collaboration.Lead, x.Code), x => x.Listed);
    }

    public CollaborationList List { get; }

    public IReadOnlyList<Department> Leads { get; }

    public IReadOnlyList<Partner> Partners { get; }

    public IEnumerable<Partner> Named => Partners.Where(p => p.Department is not null);

    public IEnumerable<Partner> Unnamed => Partners.Where(p => p.Department is null);

    /// <summary>Every lead, every partner, and every pair of a lead and a partner that has at least one collaboration.</summary>
    public IEnumerable<CollaborationChoice> Choices =>
    [
        .. Leads.Select(lead => new CollaborationChoice(lead, null)),
        .. Partners.Select(partner => new CollaborationChoice(null, partner)),
        .. Leads.SelectMany(lead => Partners, (lead, partner) => new CollaborationChoice(lead, partner))
            .Where(choice => Of(choice).Count > 0),
    ];

    public IReadOnlyList<ListedCollaboration> Of(CollaborationChoice choice) => choice switch
    {
        { Lead: { } lead, Partner: { } partner } => [.. cells[(lead.Code, partner.Code)]],
        { Lead: { } lead } => [.. List.LedBy(lead)],
        { Partner: { } partner } => [.. List.Where(c => partner.IsIn(c.Partners))],
        _ => List,
    };

    /// <summary>
    /// The number of departments that a lead named as partners, summed over its collaborations. Phrases that name no department, such as
    /// 全局 (all bureaus), and names that are not in the register are not counted.
    /// </summary>
    public int NamedBy(Department lead) => Named.Sum(partner => Of(new(lead, partner)).Count);

    public Partner? PartnerOf(Department department) => Named.FirstOrDefault(p => p.Department == department);
}

/// <summary>Selects collaborations by lead, by partner, or by both; null means any.</summary>
public sealed record CollaborationChoice(Department? Lead, Partner? Partner)
{
    public string Title => (Lead, Partner) switch
    {
        ({ } lead, { } partner) => $"{lead.Name}が主管し、{AsPartner(partner)}連携取組",
        ({ } lead, null) => $"{lead.Name}が主管する連携取組",
        (null, { } partner) => $"{AsPartner(partner)}連携取組",
        _ => "連携取組の一覧",
    };

    /// <summary>Identifies the selection, such as kenkofukushi (lead), ×shobo (partner) or kenkofukushi×shobo (both).</summary>
    public string Code => Partner is null ? Lead?.Code ?? "" : $"{Lead?.Code}×{Partner.Code}";

    private static string AsPartner(Partner partner) => partner switch
    {
        { Department: { } department } => $"{department.Name}が連携先に挙がる",
        { Code: "not-in-register" } => "連携先に局・区役所以外の名前がある",
        _ => $"連携先に「{partner.Name}」とある",
    };
}
