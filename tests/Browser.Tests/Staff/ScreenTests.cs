using KawasakiServerless.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Staff;

/// <summary>Tests every screen of a department, in light and dark colours, on a telephone and on a desktop computer.</summary>
[Collection(OneCity.Name)]
public sealed class ScreenTests(City city)
{
    private static SampleWorkbook Sample => SampleWorkbook.Of("健康福祉局");

    private const string Home = "/staff/2018/departments/kenkofukushi/";

    [Fact]
    public Task EveryScreenOfADepartmentIsAccessibleAndFitsEveryWidth() => city.VisitAsync(async visit =>
    {
        var clerk = new Clerk(visit);
        await visit.LookAsync(("/staff/", 401, "start"), ("/staff/sign-in", 200, "sign-in"));
        visit.Expect("/staff/sign-in", 422);
        await clerk.PressAsync("サインインする");
        await visit.LooksWellAsync("sign-in-refused");
        await clerk.SignInAsync("健康福祉局");
        await visit.LooksWellAsync("home");
        await visit.LookAsync(
            ($"{Home}workbook", 200, "workbook"), ($"{Home}upload", 200, "upload"), ($"{Home}submissions", 200, "submissions"),
            ($"{Home}review", 200, "review-own"));
        await clerk.CheckAsync("健康福祉局", new() { Name = "報告.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4"u8.ToArray() });
        await visit.LooksWellAsync("check-unreadable");

        await MendAsync(visit, clerk);
        await SubmitAsync(visit, clerk);
        await visit.LookAsync(
            ("/staff/2018/departments/zaisei/", 403, "refused"), ($"{Home}checks/gone", 404, "check-gone"),
            ("/staff/nowhere", 404, "unknown"), ("/staff/sign-out", 200, "sign-out"));
        await clerk.PressAsync("サインアウトする");
        await visit.LooksWellAsync("signed-out");
        await clerk.SignInAsync("消防局", "港湾局");
        await visit.LooksWellAsync("departments");
        await visit.LookAsync(("/staff/2018/departments/kowan/", 200, "home-not-submitted"));
        await clerk.FollowAsync("「該当なし」を届け出ます");
        await visit.LooksWellAsync("review-nothing");
    });

    private static async Task MendAsync(Visitor visit, Clerk clerk)
    {
        await clerk.CheckAsync("健康福祉局", Sample.With("7700", "7700部").With("2333", "2333回").File);
        await visit.LooksWellAsync("check-errors");
        var check = new Uri(visit.Page.Url).AbsolutePath;
        await visit.LookAsync(($"{check}/findings", 200, "findings"), ($"{check}/changes", 200, "changes"), ($"{check}/fix", 200, "fix"));
        visit.Expect($"{check}/fix", 422);
        await clerk.PressAsync("保存して、もう一度点検する");
        await visit.LooksWellAsync("fix-nothing");
        await visit.LookAsync(($"{check}/fix?page=2", 200, "fix-remarks"), ($"{check}/repair", 200, "repair"));
        await visit.Page.GetByRole(AriaRole.Checkbox).UncheckAsync();
        visit.Expect($"{check}/repair", 422);
        await clerk.PressAsync("印のあるセルを直して、もう一度点検する");
        await visit.LooksWellAsync("repair-none");
        await visit.Page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await clerk.PressAsync("印のあるセルを直して、もう一度点検する");
        await clerk.SeesAsync("1か所を直したブックです");
        await visit.LooksWellAsync("check-mended");
        await visit.OpenAsync($"{new Uri(visit.Page.Url).AbsolutePath}/repair");
        await visit.LooksWellAsync("repair-empty");
    }

    private static async Task SubmitAsync(Visitor visit, Clerk clerk)
    {
        await visit.LookAsync(($"{Home}upload", 200, "upload-checks"));
        await clerk.CheckAsync("健康福祉局", Sample.With("7700", "98765").File);
        await visit.LooksWellAsync("check-asks");
        await visit.Page.Locator("[name=reason]").First.FillAsync("会場を増やしたため。");
        await visit.Page.Locator("[name=publish]").First.CheckAsync();
        await clerk.ConfirmAsync();
        await clerk.SeesAsync("公開する注記");
        await visit.LooksWellAsync("check-ready");
        var check = new Uri(visit.Page.Url).AbsolutePath;
        await clerk.SubmitAsync();
        await visit.LooksWellAsync("receipt");
        await clerk.FollowAsync("提出の内容と、前の提出とのちがいを見る");
        await visit.LooksWellAsync("submission");
        await visit.LookAsync((check, 200, "check-submitted"), ($"{Home}submissions", 200, "submissions-two"));
        await visit.Page.Locator("tbody th a").Last.ClickAsync();
        await visit.LooksWellAsync("submission-earlier");
    }
}
