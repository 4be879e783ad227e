using KawasakiServerless.Domain;
using KawasakiServerless.Site.Data;
using KawasakiServerless.Site.Data.Tables;
using KawasakiServerless.Site.Records;
using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Site.Search;

namespace KawasakiServerless.Site.Collaborations;

/// <summary>
/// Publishes a page for each collaboration (連携取組), the list of all, the matrix of leads and partners, and a list for each selection of a
/// lead, a partner or both.
/// </summary>
internal sealed class PublishedCollaborations : PublishedKind
{
    public static ListPage ListPage { get; } = new("collaborations", "連携取組")
    {
        Component = typeof(CollaborationListPage),
        Count = view => view.Report.Collaborations.Count,
        Description = _ => "局と区役所が連携して進める取組の一覧。主管、連携先、事業名、概要、今後の方向性",
        OtherNames = _ => ["連携取組の一覧", "関係部署一覧"],
    };

    public override ListPage List => ListPage;

    public override IReadOnlyList<OpenDataTable> Tables => CollaborationTables.All;

    public override IEnumerable<(Record Record, string Href)> Addresses(ReportView view) =>
        view.Report.Collaborations.Select(c => ((Record)c.Collaboration, view.Links.To(c.Collaboration).Href));

    public override IEnumerable<SearchEntry> Entries(ReportView view) =>
        view.Report.Collaborations.Select(c => Of(c, view));

    public override IEnumerable<Page> Pages(ReportView view) =>
    [
        Page.Of<CollaborationMatrixPage>(view.Links.CollaborationMatrix.Href),
        .. view.Report.Collaborations
            .Select(c => Page.Of<CollaborationPage>(view.Links.To(c.Collaboration).Href, nameof(CollaborationPage.Listed), c)),
        .. view.Matrix.Choices
            .Select(c => Page.Of<CollaborationChoicePage>(view.Links.To(c).Href, nameof(CollaborationChoicePage.Choice), c)),
    ];

    private static SearchEntry Of(ListedCollaboration listed, ReportView view)
    {
        var (c, lead) = (listed.Collaboration, view.Report.Register.Department(listed.Collaboration.Lead));
        return new(SearchKind.Collaboration, view.Links.To(c).Href, c.Name)
        {
            Context = $"No.{Texts.Format(listed.Number)} 主管：{lead.Name}",
            Names = [c.Id, $"No.{Texts.Format(listed.Number)}", $"連携取組{Texts.Format(listed.Number)}"],
            Text = $"{c.Outline}／今後の方向性：{c.Direction}／連携先：{c.PartnersText}",
        };
    }
}
