using KawasakiServerless.Browser.Tests.Browsing;
using KawasakiServerless.Browser.Tests.Gates;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Staff;

/// <summary>Every screen of a department, light and dark, on a telephone and at a desk.</summary>
[Collection(OneCity.Name)]
public sealed class ScreenTests(City city)
{
    private const string Home = "/staff/2018/departments/kenkofukushi/";

    [Fact]
    public Task EveryScreenIsAccessibleAndFits() => city.VisitAsync(async visit =>
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
        await clerk.FollowAsync("すべての指摘を、シートの順に見る");
        await LooksWellAsync(visit, "findings");
        await visit.Page.GoBackAsync();
        await visit.Page.Locator("a[href$='/fix']").ClickAsync();
        await LooksWellAsync(visit, "fix");
        await clerk.PressAsync("保存して、もう一度点検する");
        await LooksWellAsync(visit, "fix-nothing");
        await visit.Page.GoBackAsync();
        await visit.Page.GoBackAsync();
        await visit.Page.Locator("a[href$='/repair']").ClickAsync();
        await LooksWellAsync(visit, "repair");
        await clerk.PressAsync("印のあるセルを直して、もう一度点検する");
        await clerk.SeesAsync("1か所を直したブックです");
        await LooksWellAsync(visit, "check-mended");
        await clerk.CheckAsync("健康福祉局", sample.With(figure, "98765").File);
        await LooksWellAsync(visit, "check-ready");
        await clerk.SubmitAsync();
        await LooksWellAsync(visit, "receipt");
        await clerk.FollowAsync("提出の内容と、前の提出とのちがいを見る");
        await LooksWellAsync(visit, "submission");
        await visit.OpenAsync("/staff/2018/departments/zaisei/", 403);
        await LooksWellAsync(visit, "refused");
        await visit.OpenAsync("/staff/sign-out");
        await LooksWellAsync(visit, "sign-out");
        await clerk.SignInAsync("取りまとめ担当");
        await LooksWellAsync(visit, "coordinator");
    });

    private static async Task LooksWellAsync(Visitor visit, string name)
    {
        var page = visit.Page;
        await visit.FitsEveryWidthAsync();
        foreach (var (width, colours) in new[] { (360, ColorScheme.Light), (360, ColorScheme.Dark), (1280, ColorScheme.Light), (1280, ColorScheme.Dark) })
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
