using KawasakiServerless.Browser.Tests.Browsing;

namespace KawasakiServerless.Browser.Tests.Staff;

/// <summary>
/// Tests every screen for editing the register (of departments), in light and dark colours, on a telephone and on a desktop computer.
/// </summary>
[Collection(OneCity.Name)]
public sealed class RegisterScreenTests(City city)
{
    // The test saves a register that differs from the original only in the address of one department, which affects no other test.
    [Fact]
    public async Task EveryScreenOfTheRegisterIsAccessibleAndFitsEveryWidth()
    {
        var complaints = await city.ComplaintsOfAsync(LookAtTheRegisterAsync);

        // A form that is shown again has an error status, which the browser reports: 409 because a colleague saved first, 422 because of a
        // mistake.
        Assert.Equal(["409", "422"], complaints.Select(c => c.Split(' ')[^1]));
    }

    private static async Task LookAtTheRegisterAsync(Visitor visit)
    {
        const string register = "/staff/2018/register";
        var (page, clerk) = (visit.Page, new Clerk(visit));
        await clerk.SignInAsync("取りまとめ担当");
        await visit.OpenAsync($"{register}/departments/kowan");
        await visit.LooksWellAsync("register-form");
        await page.GetByLabel("所在地").FillAsync("所在地の例");
        await clerk.PressAsync("変わるところを確かめる");
        await visit.LooksWellAsync("register-preview");
        await clerk.PressAsync("この内容で保存する");
        await clerk.SeesAsync("保存しました");
        await visit.LooksWellAsync("register-saved");
        foreach (var (path, name) in new[]
        {
            ("", "page"), ("/areas", "areas"), ("/contact", "contact"), ("/general-contacts", "general-contacts"),
            ("/departments/kawasaki/center", "center"),
            ("/reorganise", "reorganise"), ("/merge", "merge"), ("/new-department", "new-department"),
            ("/departments/kowan/rename", "rename"),
            ("/departments/kowan/split", "split"), ("/departments/kowan/abolish", "abolish"),
        })
        {
            await visit.OpenAsync(register + path);
            await visit.LooksWellAsync($"register-{name}");
        }

        await visit.OpenAsync("/staff/registers");
        await visit.LooksWellAsync("registers");
        await page.Locator("tbody th a").First.ClickAsync();
        await visit.LooksWellAsync("register-version");
        await clerk.PressAsync("ちがいを見る");
        await visit.LooksWellAsync("register-difference");
        await visit.OpenAsync($"{register}/departments/kowan");
        await page.EvaluateAsync("document.querySelector('[name=version]').value = 'x'");
        await clerk.PressAsync("変わるところを確かめる");
        await clerk.SeesAsync("先に台帳を保存しました");
        await visit.LooksWellAsync("register-conflict");
        await page.GetByLabel("読み").FillAsync("コウワン");
        await page.GetByLabel("メール").FillAsync("港湾");
        await clerk.PressAsync("変わるところを確かめる");
        await clerk.SeesAsync("直してください");
        await visit.LooksWellAsync("register-faults");
    }
}
