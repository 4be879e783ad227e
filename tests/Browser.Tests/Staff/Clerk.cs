using KawasakiServerless.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Staff;

/// <summary>A person in the staff portal: signs in, chooses a file, reads what was found, submits.</summary>
internal sealed class Clerk(Visitor visit)
{
    private IPage Page => visit.Page;

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>Signs in on the sign-in page for development. The portal then opens the start page of the roles.</summary>
    /// <param name="roles">The roles as they are labelled on the sign-in page, for example 病院局 or 取りまとめ担当 (the coordinator).</param>
    public async Task SignInAsync(params string[] roles)
    {
        await visit.OpenAsync("/staff/sign-in");
        foreach (var role in roles)
            await Page.GetByLabel(role, new() { Exact = true }).CheckAsync();
        await PressAsync("サインインする");
    }

    /// <summary>Signs in and has a workbook checked.</summary>
    public async Task CheckAsync(string department, FilePayload file)
    {
        await SignInAsync(department);
        await Page.GetByRole(AriaRole.Link, new() { Name = "ブックを点検する", Exact = true }).ClickAsync();
        await ChooseAsync(file);
    }

    /// <summary>Chooses a file on the screen that is open, and has it checked.</summary>
    public async Task ChooseAsync(FilePayload file)
    {
        var chooser = await Page.RunAndWaitForFileChooserAsync(() => Page.GetByLabel("Excelブック").ClickAsync());
        await chooser.SetFilesAsync(file);
        await PressAsync("点検する");
        await Page.WaitForURLAsync("**/checks/*");
    }

    /// <summary>Confirms all values that need confirmation. Each button confirms the values of one kind.</summary>
    public async Task ConfirmAsync()
    {
        var buttons = Page.GetByRole(AriaRole.Button, new() { Name = "印を付けたところを確認しました" });
        for (var left = await buttons.CountAsync(); left > 0; left--)
        {
            await buttons.First.ClickAsync();
            await Assertions.Expect(buttons).ToHaveCountAsync(left - 1);
        }
    }

    public async Task SubmitAsync()
    {
        await PressAsync("この内容で提出する");
        await ReadsAsync("提出を受け付けました");
    }

    public Task ReadsAsync(string heading) => Assertions.Expect(Heading).ToHaveTextAsync(heading);

    public Task SeesAsync(string text) => Assertions.Expect(Page.Locator("main")).ToContainTextAsync(text);

    public Task FollowAsync(string link) => Page.GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).First.ClickAsync();

    public Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
