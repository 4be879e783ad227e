using KawasakiServerless.Browser.Tests.Browsing;
using KawasakiServerless.Browser.Tests.Gates;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Staff;

/// <summary>Every screen of a department, light and dark, on a telephone and at a desk.</summary>
[Collection(OneCity.Name)]
public sealed class ScreenTests(City city)
{
    // Each width and each colour once; with FULL_MATRIX each of both.
    private static readonly (int Width, ColorScheme Colours)[] Looks = Environment.GetEnvironmentVariable("FULL_MATRIX") == "1"
        ? [(360, ColorScheme.Light), (360, ColorScheme.Dark), (1280, ColorScheme.Light), (1280, ColorScheme.Dark)]
        : [(360, ColorScheme.Light), (1280, ColorScheme.Dark)];

    private const string Home = "/staff/2018/departments/kenkofukushi/";

    [Fact]
    public Task EveryScreenIsAccessibleAndFits() => SeeAsync(async visit =>
    {
        var clerk = new Clerk(visit);
        await visit.OpenAsync("/staff/sign-in");
        await LooksWellAsync(visit, "sign-in");
        await clerk.SignInAsync("健康福祉局");
        await LooksWellAsync(visit, "home");
        foreach (var screen in new[] { "workbook", "upload", "submissions" })
        {
            await visit.OpenAsync(Home + screen);
            await LooksWellAsync(visit, screen);
        }

        var sample = SampleWorkbook.Of("健康福祉局");
        var figure = "7700";
        await clerk.CheckAsync("健康福祉局", sample.With(figure, $"{figure}部").File);
        await LooksWellAsync(visit, "check-errors");
        var check = new Uri(visit.Page.Url).AbsolutePath;
        await clerk.FollowAsync("すべての指摘を、シートの順に見る");
        await LooksWellAsync(visit, "findings");
        await visit.OpenAsync($"{check}/fix");
        await LooksWellAsync(visit, "fix");
        await clerk.PressAsync("保存して、もう一度点検する");
        await LooksWellAsync(visit, "fix-nothing");
        await visit.OpenAsync($"{check}/repair");
        await LooksWellAsync(visit, "repair");
        await visit.OpenAsync($"{Home}upload");
        await LooksWellAsync(visit, "upload-checks");
        await clerk.CheckAsync("健康福祉局", sample.With(figure, "98765").File);
        await LooksWellAsync(visit, "check-asks");
        await visit.Page.Locator("[name=reason]").First.FillAsync("会場を増やしたため。");
        await visit.Page.Locator("[name=publish]").First.CheckAsync();
        await clerk.ConfirmAsync();
        await clerk.SeesAsync("公開する注記");
        await LooksWellAsync(visit, "check-ready");
        await clerk.SubmitAsync();
        await LooksWellAsync(visit, "receipt");
        await clerk.FollowAsync("提出の内容と、前の提出とのちがいを見る");
        await LooksWellAsync(visit, "submission");
        await visit.OpenAsync("/staff/2018/departments/zaisei/", 403);
        await LooksWellAsync(visit, "refused");
        await visit.OpenAsync("/staff/sign-out");
        await LooksWellAsync(visit, "sign-out");
    });

    [Fact]
    public Task EveryScreenOfTheCoordinatorIsAccessibleAndFits() => SeeAsync(async visit =>
    {
        const string Review = "/staff/2018/departments/kensetsuryokusei/review";
        var (page, clerk) = (visit.Page, new Clerk(visit));
        await clerk.SignInAsync("取りまとめ担当");
        await LooksWellAsync(visit, "board");
        await visit.OpenAsync(Review);
        await page.GetByText("差し戻す", new() { Exact = true }).ClickAsync();
        await clerk.PressAsync("この内容で差し戻す");
        await LooksWellAsync(visit, "review-refused");
        await page.GetByLabel("取組・指標").FillAsync("単位を書いてください。");
        await clerk.PressAsync("この内容で差し戻す");
        await clerk.SeesAsync("残っているコメント");
        await LooksWellAsync(visit, "review-sent-back");
        await page.GetByLabel("局・区への連絡").FillAsync("お願いします。");
        await clerk.PressAsync("送る");
        await clerk.PressAsync("承認する");
        await clerk.SeesAsync("承認されました");
        await LooksWellAsync(visit, "review-approved");
        foreach (var (path, name) in new[]
        {
            ("2018/reminder", "reminder"), ("2018/release", "release"), ("years", "years"), ("publications", "publications"), ("purges", "purges"),
            ("purges/plan?what=kensetsuryokusei-0001", "purge-plan"), ("audit", "audit"),
        })
        {
            await visit.OpenAsync($"/staff/{path}");
            await LooksWellAsync(visit, name);
        }

        await visit.OpenAsync("/staff/publications");
        await clerk.PressAsync("今すぐ公開する");
        await LooksWellAsync(visit, "publication");
        await visit.OpenAsync("/staff/preview/2018/departments/kensetsuryokusei/");
        await Assertions.Expect(page.GetByText("公開前の確認用の表示です")).ToBeVisibleAsync();
    });

    // The register that is saved differs in the address of one department alone.
    [Fact]
    public async Task EveryScreenOfTheRegisterIsAccessibleAndFits()
    {
        var complaints = await city.ComplaintsOfAsync(LookAtTheRegisterAsync);

        // A form that is shown again, because of a colleague or a fault, says so by its status.
        Assert.Equal(["409", "422"], complaints.Select(c => c.Split(' ')[^1]));
    }

    private static async Task LookAtTheRegisterAsync(Visitor visit)
    {
        const string register = "/staff/2018/register";
        var (page, clerk) = (visit.Page, new Clerk(visit));
        await clerk.SignInAsync("取りまとめ担当");
        await visit.OpenAsync($"{register}/departments/kowan");
        await LooksWellAsync(visit, "register-form");
        await page.GetByLabel("所在地").FillAsync("所在地の例");
        await clerk.PressAsync("変わるところを確かめる");
        await LooksWellAsync(visit, "register-preview");
        await clerk.PressAsync("この内容で保存する");
        await clerk.SeesAsync("保存しました");
        await LooksWellAsync(visit, "register-saved");
        foreach (var (path, name) in new[] { ("/areas", "areas"), ("/merge", "merge"), ("/departments/kowan/split", "split"), ("/reorganise", "reorganise"), ("/contact", "contact") })
        {
            await visit.OpenAsync(register + path);
            await LooksWellAsync(visit, $"register-{name}");
        }

        await visit.OpenAsync("/staff/registers");
        await LooksWellAsync(visit, "registers");
        await page.Locator("tbody th a").First.ClickAsync();
        await LooksWellAsync(visit, "register-version");
        await clerk.PressAsync("ちがいを見る");
        await LooksWellAsync(visit, "register-difference");
        await visit.OpenAsync($"{register}/departments/kowan");
        await page.EvaluateAsync("document.querySelector('[name=version]').value = 'x'");
        await clerk.PressAsync("変わるところを確かめる");
        await clerk.SeesAsync("先に台帳を保存しました");
        await LooksWellAsync(visit, "register-conflict");
        await page.GetByLabel("読み").FillAsync("コウワン");
        await page.GetByLabel("メール").FillAsync("港湾");
        await clerk.PressAsync("変わるところを確かめる");
        await clerk.SeesAsync("直してください");
        await LooksWellAsync(visit, "register-faults");
    }

    // A browser complains of each refusal, and screens that refuse are among those looked at.
    private async Task SeeAsync(Func<Visitor, Task> visit) =>
        Assert.DoesNotContain(await city.ComplaintsOfAsync(visit), c => c.Split(' ')[^1] is not ("403" or "409" or "422"));

    private static async Task LooksWellAsync(Visitor visit, string name)
    {
        var page = visit.Page;
        await visit.FitsEveryWidthAsync();
        foreach (var (width, colours) in Looks)
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            var violations = await Axe.ViolationsAsync(page);
            Assert.True(violations.Count == 0, $"{name} at {width}, {colours}:\n{string.Join('\n', violations)}");
        }

        await ShootAsync(page, name);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Null });
    }

    // To be looked at: SCREENS=folder dotnet test tests/Browser.Tests --filter Screen
    private static async Task ShootAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENS") is not { Length: > 0 } folder)
            return;
        foreach (var (width, colours) in new[] { (360, ColorScheme.Light), (768, ColorScheme.Light), (1280, ColorScheme.Light), (1280, ColorScheme.Dark) })
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}-{colours}.png"), FullPage = true });
        }
    }
}
