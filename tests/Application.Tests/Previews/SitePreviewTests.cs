using System.Text;
using KawasakiServerless.Application.Previews;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Tests.Publishing;
using KawasakiServerless.Domain;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Application.Tests.Previews;

/// <summary>
/// Staff can look at the pages of the site before they are public. The coordinator sees the data of all departments. A department sees its
/// own data, and of other departments' data only what is public already.
/// </summary>
[Collection(SharedAzurite.Name)]
public sealed class SitePreviewTests(SharedAzurite azurite)
{
    private const string Root = "/staff/preview/2018/", Zaisei = "initiatives/zaisei-0001/index.html",
        Kenkofukushi = "initiatives/kenkofukushi-0001/index.html";

    private static readonly PreviewScope Everything = new(City.Year, null), OfZaisei = new(City.Year, ["zaisei"]);

    [Fact]
    public async Task ThePreviewShowsAnUnreleasedYearWithoutPublishingIt()
    {
        await using var city = await CityAsync();

        var page = await TextAsync(city, Everything, Zaisei);

        Assert.Contains("財政局の取組一", page, StringComparison.Ordinal);
        Assert.Contains("公開前の確認用の表示です", page, StringComparison.Ordinal);
        Assert.Empty(await city.SiteAsync());
    }

    [Fact]
    public async Task PagesOfThePreviewLinkToThePreviewAndContainNoScripts()
    {
        await using var city = await CityAsync();

        var page = await TextAsync(city, Everything, "index.html");

        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotContain("canonical", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"{Root}departments/\"", page, StringComparison.Ordinal);
        Assert.Equal(1, Split(page, "href=\"/staff/\""));
        Assert.DoesNotMatch("(href|src|action)=\"/(?!staff/)", page);
    }

    [Fact]
    public async Task ADepartmentsPreviewShowsItsSubmissionAndNoUnpublishedDataOfOthers()
    {
        await using var city = await CityAsync();

        Assert.NotNull(await FindAsync(city, OfZaisei, Zaisei));
        Assert.Null(await FindAsync(city, OfZaisei, Kenkofukushi));
        Assert.NotNull(await FindAsync(city, Everything, Kenkofukushi));
    }

    [Fact]
    public async Task ADepartmentsPreviewShowsOnlyThePublishedDataOfOtherDepartments()
    {
        await using var city = await CityAsync();
        await city.ReleaseAsync();
        await city.PublishAsync(Triggers.Request);
        await city.SubmitAsync("kenkofukushi", SmallWorkbook.Of("kenkofukushi", (1, "健康福祉局の新しい取組")));

        Assert.Contains("健康福祉局の取組一", await TextAsync(city, OfZaisei, Kenkofukushi), StringComparison.Ordinal);
        Assert.Contains("健康福祉局の新しい取組", await TextAsync(city, Everything, Kenkofukushi), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePreviewLeavesOutADepartmentThatIsNotInTheRegister()
    {
        await using var city = await CityAsync();
        await city.ReportFromUnknownDepartmentAsync();

        Assert.NotNull(await FindAsync(city, Everything, Zaisei));
        Assert.Null(await FindAsync(city, Everything, "departments/nowhere/index.html"));
    }

    [Fact]
    public async Task ThePreviewContainsAssetsAndDataFilesAndNothingAtUnknownPaths()
    {
        await using var city = await CityAsync();
        var page = await TextAsync(city, Everything, "index.html");
        var stylesheet = page[(page.IndexOf($"{Root}assets/site.", StringComparison.Ordinal) + Root.Length)..].Split('"')[0];

        Assert.Equal("text/css; charset=utf-8", (await FindAsync(city, Everything, stylesheet))?.ContentType);
        Assert.Contains("財政局の取組一", await TextAsync(city, Everything, "data/latest/initiatives.csv"), StringComparison.Ordinal);
        Assert.Null(await FindAsync(city, Everything, "nothing/index.html"));
        Assert.Null(await FindAsync(city, new(FiscalYear.Of(2030), null), "index.html"));
    }

    [Fact]
    public async Task TwoPublicationsAreComparedRecordByRecord()
    {
        await using var city = await CityAsync();
        await city.ReleaseAsync();
        var first = await city.PublishAsync(Triggers.Request);
        await city.SubmitAsync("kenkofukushi", SmallWorkbook.Of("kenkofukushi", (1, "健康福祉局の新しい取組")));
        var second = await city.PublishAsync(Triggers.Request);
        var differences = city.Get<PublicationDifferences>();

        var forward = Assert.Single(Assert.Single((await differences.BetweenAsync(first.Id, second.Id, default))!.Years).Records);
        var back = Assert.Single(Assert.Single((await differences.BetweenAsync(null, first.Id, default))!.Years).Records);

        Assert.Equal((ChangeKind.Changed, "kenkofukushi-0001", "健康福祉局の新しい取組"), (forward.Change, forward.Id, forward.Title));
        Assert.Equal("健康福祉局の取組一", back.Title);
        Assert.True((await differences.BetweenAsync(second.Id, null, default))!.HasSameReports);
        Assert.Null(await differences.BetweenAsync(first.Id, "20180101T000000000-aaaaaa", default));
    }

    private static int Split(string text, string part) => text.Split(part).Length - 1;

    private async Task<City> CityAsync()
    {
        var city = await City.OpenAsync(azurite);
        await city.SubmitAsync("zaisei", SmallWorkbook.Of("zaisei", (1, "財政局の取組一")));
        await city.SubmitAsync("kenkofukushi", SmallWorkbook.Of("kenkofukushi", (1, "健康福祉局の取組一")));
        return city;
    }

    private static Task<SiteFile?> FindAsync(City city, PreviewScope scope, string path) =>
        city.Get<SitePreviews>().FindAsync(scope, path, Root, default);

    private static async Task<string> TextAsync(City city, PreviewScope scope, string path) =>
        Encoding.UTF8.GetString((await FindAsync(city, scope, path))!.Bytes.Span);
}
