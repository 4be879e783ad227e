using System.Text.RegularExpressions;
using KawasakiServerless.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Uploads;

/// <summary>A person at the upload page: clicks, chooses a file, reads the answer.</summary>
internal sealed partial class Clerk(Visitor visit)
{
    private IPage Page => visit.Page;

    public ILocator Answer => Page.GetByRole(AriaRole.Status);

    public ILocator Problems => Page.GetByRole(AriaRole.Table, new() { Name = "指摘" });

    public async Task SubmitAsync(string department, FilePayload file)
    {
        await visit.OpenAsync("/upload");
        await Page.GetByLabel("局・区").SelectOptionAsync(new SelectOptionValue { Label = department });
        var chooser = await Page.RunAndWaitForFileChooserAsync(() => Page.GetByLabel("Excelブック").ClickAsync());
        await chooser.SetFilesAsync(file);
        await PressAsync("提出する");
    }

    public async Task PublishAsync()
    {
        await visit.OpenAsync("/upload");
        await PressAsync("いま公開する");
        await Assertions.Expect(Answer).ToContainTextAsync(Published());
    }

    public Task SeesAsync(string answer) => Assertions.Expect(Answer).ToContainTextAsync(answer);

    private Task PressAsync(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

    [GeneratedRegex("公開しました|前回の公開から変わったところはありません")]
    private static partial Regex Published();
}
