using KawasakiServerless.Browser.Tests.Gates;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Errands;

/// <summary>Tests that people find what they come to the site for, from the home page in at most four clicks.</summary>
[Collection(OneShown.Name)]
public sealed class ErrandTests(Shown shown)
{
    [Fact]
    public Task AVisitorFindsWhatTakatsuWardDidIn2017() => GoAsync(async walk =>
    {
        await walk.FollowAsync("高津区");
        await walk.FollowAsync("平成29年度");
        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Heading, new() { Name = "平成29（2017）年度の取組" })).ToBeInViewportAsync();
        await walk.SeesAsync("目標を共有する");
    });

    [Fact]
    public Task AVisitorFindsTheNumberOfPublicLecturesOfTheHospitalsAndItsSource() => GoAsync(async walk =>
    {
        await walk.SearchAsync("病院　市民公開講座　開催数");
        await walk.ClickAsync(walk.Page.Locator(".found h3 a").First);
        await Assertions.Expect(walk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("市民公開講座開催数");
        await walk.SeesAsync("川崎病院");
        await walk.OpenAsync("出典");
        await walk.SeesAsync("2018-病院局.xlsx");
    });

    [Fact]
    public Task AVisitorFindsTheCollaborationsOfTheConstructionBureau() => GoAsync(async walk =>
    {
        await walk.FollowAsync("建設緑政局");
        await walk.SeesAsync("主管する連携取組");
        await walk.SeesAsync("緑による地域コミュニティ形成");
        await walk.SeesAsync("連携先として名前が挙がる連携取組");
        await walk.SeesAsync("副読本「ふれあい」");
    });

    [Fact]
    public Task AVisitorDownloadsAllTablesAsAnExcelWorkbook() => GoAsync(async walk =>
    {
        await walk.FollowAsync("オープンデータ");
        var download = await walk.Page.RunAndWaitForDownloadAsync(() => walk.FollowAsync("すべての表をExcelで"));
        Assert.Equal("all.xlsx", download.SuggestedFilename);
    });

    [Fact]
    public Task AVisitorFindsWhatChangedInTheLatestPublication() => GoAsync(async walk =>
    {
        await walk.FollowAsync("更新の履歴をすべて見る");
        await walk.ClickAsync(walk.Page.Locator("main h2 a").First);
        await walk.SeesAsync("変更前");
        await walk.SeesAsync("変更後");
    });

    private Task GoAsync(Func<Walk, Task> errand) =>
        shown.VisitAsync(shown.City, async visit => await errand(await Walk.FromHomeAsync(visit)));
}
