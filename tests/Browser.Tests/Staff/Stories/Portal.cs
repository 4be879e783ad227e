using KawasakiServerless.Browser.Tests.Browsing;
using KawasakiServerless.Domain;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Staff.Stories;

/// <summary>
/// One person's browser in the portal. It finds links and forms by their address, so that the tests still pass if a screen words them
/// differently.
/// </summary>
internal sealed class Portal(Visitor visit)
{
    public IPage Page => visit.Page;

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public Clerk Person { get; } = new(visit);

    public ILocator Row(string text) => Page.GetByRole(AriaRole.Row).Filter(new() { HasText = text });

    /// <summary>Opens an address of the public site as if the person had typed it.</summary>
    public Task OpenAsync(string path, int status = 200) => visit.OpenAsync(path, status);

    /// <summary>Follows the first link of the screen that leads to this address.</summary>
    /// <param name="address">The end of the address, for example /review.</param>
    public Task GoAsync(string address) => Page.Locator($"a[href$='{address}']:visible").First.ClickAsync();

    /// <summary>Fills in a form and presses its first button.</summary>
    /// <param name="action">The end of the address that the form is sent to.</param>
    /// <param name="typed">The names of the fields, and what is typed into each.</param>
    public async Task SendAsync(string action, params (string Field, string Text)[] typed)
    {
        var form = Page.Locator($"form[action$='{action}']").First;
        await UncoverAsync(form);
        foreach (var (field, text) in typed)
            await form.Locator($"[name='{field}']").FillAsync(text);
        await form.GetByRole(AriaRole.Button).First.ClickAsync();
    }

    /// <summary>Downloads the file to which a link leads.</summary>
    public async Task<(string Name, byte[] Bytes)> TakeAsync(string address)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => GoAsync(address));
        return (download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync()));
    }

    public Task SeesAsync(string text) => Person.SeesAsync(text);

    public Task SeesNotAsync(string text) => Assertions.Expect(Page.Locator("main")).Not.ToContainTextAsync(text);

    /// <summary>Checks that the report that the screen is about is shown in this state.</summary>
    public Task SeesStateAsync(ReportState state) =>
        Assertions.Expect(Page.Locator("main .report-state").First).ToHaveTextAsync(state.Label());

    /// <summary>Submits the workbook that was checked.</summary>
    /// <returns>The receipt number (受付番号) that the receipt shows.</returns>
    public async Task<string> SubmitAsync()
    {
        await Person.ReadsAsync("提出できます");
        await SendAsync("/submit");
        await Page.WaitForURLAsync("**/receipt");
        return await Page.Locator("main .receipt-number").First.InnerTextAsync();
    }

    /// <summary>Checks that the screen shows something in progress, and waits until it shows that this is done.</summary>
    public async Task WatchAsync()
    {
        var progress = Page.Locator("#progress");
        await Assertions.Expect(progress).ToHaveAttributeAsync("data-running", "true");
        await Assertions.Expect(progress).ToHaveAttributeAsync("data-running", "false");
    }

    // Forms that are rarely needed are in a closed disclosure (details element), which must be opened first.
    private async Task UncoverAsync(ILocator form)
    {
        var covered = Page.Locator("details:not([open])").Filter(new() { Has = form });
        if (await covered.CountAsync() > 0)
            await covered.Locator("summary").First.ClickAsync();
    }
}
