using System.Text;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Tests.Content;

namespace KawasakiServerless.Site.Tests.Projects;

public class ProjectTests
{
    private static readonly Source Source = Some.Source;

    private static readonly Report Report = Some.ReportOf(
        Some.Initiative("民間事業者と連携した早期発見（地域見守りネットワーク事業）"),
        new Collaboration("kenkofukushi-0272", Source, "区役所", "地域見守りネットワーク", "異変を見つける。", "続ける。"),
        new Collaboration("kenkofukushi-0273", Source, "区役所", "健康づくり", "体操をする。", "続ける。"),
        new WardActivity("kenkofukushi-0300", Source, "takatsu", FiscalYear.Of(2017), null, null, "地域見守りネットワークの会議を開いた。"));

    [Fact]
    public void RecordsThatShareALongNameAreProposedUntilTheyAreConfirmed()
    {
        var proposed = Assert.Single(SiteOf("projects: []").ProposedProjects);
        Assert.Equal("地域見守りネットワーク", proposed.Name);
        Assert.Equal(["kenkofukushi-0272", "kenkofukushi-0001", "kenkofukushi-0300"], proposed.Records);

        Assert.Empty(
            SiteOf("projects: [{name: 見守り, records: [kenkofukushi-0001, kenkofukushi-0272, kenkofukushi-0300]}]").ProposedProjects);
    }

    [Fact]
    public async Task ConfirmedRecordsLinkToEachOther()
    {
        var site = SiteOf("projects: [{name: 見守り, records: [kenkofukushi-0001, kenkofukushi-0272, kenkofukushi-0300, gone-0001]}]");
        Assert.Equal(["/collaborations/kenkofukushi-0272/", "/wards/takatsu/#fy2017"],
            await LinksOnAsync(site, "initiatives/kenkofukushi-0001/index.html", "#same-project ~ ul a"));
        Assert.Equal(["/initiatives/kenkofukushi-0001/", "/wards/takatsu/#fy2017"],
            await LinksOnAsync(site, "collaborations/kenkofukushi-0272/index.html", "#same-project ~ ul a"));
        Assert.Equal(["/initiatives/kenkofukushi-0001/", "/collaborations/kenkofukushi-0272/"],
            await LinksOnAsync(site, "wards/takatsu/index.html", ".same-project a"));
        Assert.Empty(await LinksOnAsync(site, "collaborations/kenkofukushi-0273/index.html", "#same-project"));
        Assert.Contains("input/projects.yml: the report has no record gone-0001.", site.Warnings);
    }

    [Theory]
    [InlineData("projects: [{name: 一つだけ, records: [a-0001]}]", "input/projects.yml:1: A project links two records or more.")]
    [InlineData(
        "projects: [{name: 名, records: [a-0001, a-0002], colour: red}]",
        "input/projects.yml:1: \"colour\" is not known here. Known: name, records.")]
    public void AMistakeInTheProjectsFileIsReported(string text, string expected)
    {
        using var folder = new ContentFolder();
        folder.Write("input/projects.yml", Encoding.UTF8.GetBytes(text));
        Assert.Equal([expected], folder.Problems());
    }

    private static SiteOnDemand SiteOf(string projects)
    {
        using var folder = new ContentFolder();
        folder.Write("input/projects.yml", Encoding.UTF8.GetBytes(projects));
        return new(SiteInput.Of([Report]), Some.Options with { Content = folder.Load() });
    }

    private static async Task<IEnumerable<string?>> LinksOnAsync(SiteOnDemand site, string path, string selector) =>
        new[] { (await site.FindAsync(path))! }.Page(path).QuerySelectorAll(selector).Select(a => a.GetAttribute("href"));
}
