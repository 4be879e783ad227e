using System.Text.RegularExpressions;
using KawasakiServerless.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Uploads;

[Collection(OneCity.Name)]
public sealed class UploadPageTests(City city)
{
    [Fact]
    public Task TheEmptyPageFitsEveryWidth() => city.VisitAsync(async visit =>
    {
        await visit.OpenAsync("/upload");
        await visit.FitsEveryWidthAsync();
    });

    [Fact]
    public Task EveryControlIsNamed() => city.VisitAsync(async visit =>
    {
        await visit.OpenAsync("/upload");
        var controls = visit.Page.Locator("select, input, button, a");
        Assert.Equal(5, await controls.CountAsync());
        foreach (var control in await controls.AllAsync())
            await Assertions.Expect(control).ToHaveAccessibleNameAsync(new Regex("."));
    });

    [Fact]
    public Task AWorkbookIsSubmittedByKeyboard() => city.VisitAsync(async visit =>
    {
        var page = visit.Page;
        await visit.OpenAsync("/upload");
        // Before the keys: the browser learns of it on another way than theirs.
        var chooser = page.WaitForFileChooserAsync();
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByLabel("局・区")).ToBeFocusedAsync();
        while (await page.GetByLabel("局・区").InputValueAsync() != "machizukuri")
            await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByLabel("Excelブック")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await (await chooser).SetFilesAsync(SampleWorkbook.Of("まちづくり局").File);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await new Clerk(visit).SeesAsync("受け付け済みのものと同じファイルです");
    });

    [Fact]
    public Task NothingIsSentWithoutADepartmentAndAFile() => city.VisitAsync(async visit =>
    {
        await visit.OpenAsync("/upload");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "提出する" }).ClickAsync();
        await Assertions.Expect(visit.Page.Locator(":focus:invalid")).ToHaveCountAsync(1);
        await Assertions.Expect(new Clerk(visit).Answer).ToHaveCountAsync(0);
    });
}
