using KawasakiServerless.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Staff;

/// <summary>Tests every screen of the coordinator, in light and dark colours, on a telephone and on a desktop computer.</summary>
[Collection(OneCity.Name)]
public sealed class CoordinatorScreenTests(City city)
{
    [Fact]
    public Task EveryScreenOfTheCoordinatorIsAccessibleAndFitsEveryWidth() => city.VisitAsync(async visit =>
    {
        const string Folder = "/staff/2018/departments/kensetsuryokusei/";
        var (page, clerk) = (visit.Page, new Clerk(visit));
        await clerk.SignInAsync("取りまとめ担当");
        await visit.LooksWellAsync("board");
        await visit.LookAsync(
            ("/staff/2018/board?state=NotSubmitted&sort=changed", 200, "board-filtered"), ("/staff/2018/reminder", 200, "reminder"),
            ("/staff/2018/departments/zaisei/review", 200, "review-not-submitted"),
            ("/staff/2018/departments/zaisei/upload", 200, "upload-on-behalf"),
            (Folder, 200, "home-of-coordinator"), ($"{Folder}review", 200, "review"));
        await page.GetByText("差し戻す", new() { Exact = true }).ClickAsync();
        visit.Expect($"{Folder}review/send-back", 422);
        await clerk.PressAsync("この内容で差し戻す");
        await visit.LooksWellAsync("review-refused");
        await page.GetByLabel("取組・指標").FillAsync("単位を書いてください。");
        await clerk.PressAsync("この内容で差し戻す");
        await clerk.SeesAsync("残っているコメント");
        await visit.LooksWellAsync("review-sent-back");
        await visit.OpenAsync(Folder);
        await visit.LooksWellAsync("home-sent-back");
        await visit.OpenAsync($"{Folder}review");
        await page.GetByLabel("局・区への連絡").FillAsync("お願いします。");
        await clerk.PressAsync("送る");
        await clerk.SeesAsync("連絡を送りました");
        await clerk.PressAsync("承認する");
        await clerk.SeesAsync("承認されました");
        await visit.LooksWellAsync("review-approved");
        await visit.LookAsync(
            ("/staff/2018/release", 200, "release"), ("/staff/years", 200, "years"), ("/staff/years?done=deadline", 200, "years-saved"),
            ("/staff/publications", 200, "publications"), ("/staff/purges", 200, "purges"),
            ("/staff/purges/plan?what=nothing", 422, "purge-unknown"),
            ("/staff/purges/plan?what=kensetsuryokusei-0001", 200, "purge-plan"), ("/staff/audit", 200, "audit"),
            ("/staff/audit?who=nobody", 200, "audit-empty"));
        await city.UploadAsync("kensetsuryokusei", SampleWorkbook.Of("建設緑政局").With("夢見ヶ崎動物公園の魅力発信", "夢見ヶ崎動物公園の発信").Bytes);
        await PublishAsync(visit, clerk);
        await visit.OpenAsync("/staff/preview/2018/departments/kensetsuryokusei/");
        await Assertions.Expect(page.GetByText("公開前の確認用の表示です")).ToBeVisibleAsync();
    });

    private static async Task PublishAsync(Visitor visit, Clerk clerk)
    {
        await visit.OpenAsync("/staff/publications");
        await clerk.PressAsync("今すぐ公開する");
        await visit.LooksWellAsync("publication");
        await Assertions.Expect(visit.Page.Locator("#progress[data-running=false]")).ToBeAttachedAsync();
        await visit.LooksWellAsync("publication-done");
        await visit.OpenAsync("/staff/publications");
        await visit.Page.Locator("tbody th a").Last.ClickAsync();
        await visit.LooksWellAsync("publication-earlier");
        await RestoreAsync(visit, clerk);
        await visit.OpenAsync("/staff/2018/release");
        await clerk.PressAsync("公開されるページも点検する");
        await visit.LooksWellAsync("release-checked");
    }

    // Leaves the site with the restored earlier content, because no other test needs the later content.
    private static async Task RestoreAsync(Visitor visit, Clerk clerk)
    {
        await clerk.FollowAsync("この公開に戻す");
        await visit.LooksWellAsync("restore");
        await clerk.PressAsync("この公開に戻す");
        await Assertions.Expect(visit.Page.Locator("#progress[data-running=false]")).ToBeAttachedAsync();
        if (Looks.IsFull)
            await visit.LooksWellAsync("restored");
        await visit.OpenAsync("/staff/publications");
        await visit.LooksWellAsync("publications-held");
        await clerk.PressAsync("保留を解除する");
        if (Looks.IsFull)
            await visit.LooksWellAsync("publications-lifted");
        await clerk.PressAsync("ちがいを見る");
        await visit.LooksWellAsync("publication-difference");
    }
}
