using KawasakiServerless.Browser.Tests.Browsing;
using KawasakiServerless.Domain;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Staff.Stories;

/// <summary>
/// One person's browser at the portal. Links and forms are known by where they lead, so that a screen may call them otherwise.
/// </summary>
internal sealed class Portal(Visitor visit)
{
    public IPage Page => visit.Page;

    public ILocator Heading => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    public Clerk Person { get; } = new(visit);

    public ILocator Row(string text) => Page.GetByRole(AriaRole.Row).Filter(new() { HasText = text });

    /// <summary>Types an address of the public site.</summary>
    public Task OpenAsync(string path, int status = 200) => visit.OpenAsync(path, status);

    /// <summary>Follows the first link of the screen that leads to this address.</summary>
    /// <param name="address">Its end: /review.</param>
    public Task GoAsync(string address) => Page.Locator($"a[href$='{address}']:visible").First.ClickAsync();

    /// <summary>Fills in a form and presses its first button.</summary>
    /// <param name="action">The end of the address that the form is sent to.</param>
    /// <param name="typed">What is typed into which field.</param>
    public async Task SendAsync(string action, params (string Field, string Text)[] typed)
    {
        var form = Page.Locator($"form[action$='{action}']").First;
        await UncoverAsync(form);
        foreach (var (field, text) in typed)
            await form.Locator($"[name='{field}']").FillAsync(text);
        await form.GetByRole(AriaRole.Button).First.ClickAsync();
    }

    /// <summary>Takes the file behind a link.</summary>
    public async Task<(string Name, byte[] Bytes)> TakeAsync(string address)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => GoAsync(address));
        return (download.SuggestedFilename, await File.ReadAllBytesAsync(await download.PathAsync()));
    }

    public Task SeesAsync(string text) => Person.SeesAsync(text);

    public Task SeesNotAsync(string text) => Assertions.Expect(Page.Locator("main")).Not.ToContainTextAsync(text);

    /// <summary>Sees the state of the report that the screen is about.</summary>
    public Task SeesStateAsync(ReportState state) =>
        Assertions.Expect(Page.Locator("main .report-state").First).ToHaveTextAsync(state.Label());

    /// <summary>Submits what was checked.</summary>
    /// <returns>受付番号, as the receipt names it.</returns>
    public async Task<string> SubmitAsync()
    {
        await Person.ReadsAsync("提出できます");
        await SendAsync("/submit");
        await Page.WaitForURLAsync("**/receipt");
        return await Page.Locator("main .receipt-number").First.InnerTextAsync();
    }

    /// <summary>Sees that something is under way, and waits until the screen says that it is done.</summary>
    public async Task WatchAsync()
    {
        var progress = Page.Locator("#progress");
        await Assertions.Expect(progress).ToHaveAttributeAsync("data-running", "true");
        await Assertions.Expect(progress).ToHaveAttributeAsync("data-running", "false");
    }

    // What is sent rarely is folded away.
    private async Task UncoverAsync(ILocator form)
    {
        var covered = Page.Locator("details:not([open])").Filter(new() { Has = form });
        if (await covered.CountAsync() > 0)
            await covered.Locator("summary").First.ClickAsync();
    }
}
