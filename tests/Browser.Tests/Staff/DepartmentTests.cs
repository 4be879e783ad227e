using System.Text.Json;
using System.Text.RegularExpressions;
using KawasakiServerless.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Staff;

// Each test that submits uses its own department, so that the tests can run in any order.
[Collection(OneCity.Name)]
public sealed class DepartmentTests(City city)
{
    [Theory]
    [InlineData("病院局", "650", Scripts.Enabled)]
    [InlineData("教育委員会事務局", "38", Scripts.Disabled)]
    public Task AClerkUploadsAWorkbookWithAnErrorCorrectsItAndSubmitsIt(
        string department, string figure, Scripts scripts) => city.VisitAsync(
        async visit =>
        {
            var (clerk, sample) = (new Clerk(visit), SampleWorkbook.Of(department));
            await clerk.CheckAsync(department, sample.With(figure, $"{figure}人").File);
            await clerk.ReadsAsync("あと1か所直すと提出できます");
            await clerk.SeesAsync($"{figure}人");
            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "この内容で提出する" })).ToBeDisabledAsync();

            await clerk.FollowAsync("直したブックを点検する");
            await clerk.ChooseAsync(sample.With(figure, "1234").File);
            await clerk.ConfirmAsync();
            await clerk.ConfirmAsync();
            await clerk.ReadsAsync("提出できます");
            await clerk.SeesAsync("1,234");
            await clerk.SubmitAsync();
            await clerk.SeesAsync("受付番号");

            await clerk.FollowAsync($"{department}のホームへ");
            await clerk.SeesAsync("提出済");
            await clerk.FollowAsync("すべての提出を見る");
            await clerk.SeesAsync("いまの報告");
            await clerk.SeesAsync("以前の報告");
        },
        scripts);

    [Fact]
    public Task AChangedFigureGoesFromTheWorkbookToThePublicPage() => city.VisitAsync(async visit =>
    {
        var (page, clerk) = (visit.Page, new Clerk(visit));
        await clerk.CheckAsync("こども未来局", SampleWorkbook.Of("こども未来局").With("72", "4321").File);
        await clerk.ConfirmAsync();
        await clerk.ReadsAsync("提出できます");
        await clerk.SubmitAsync();
        await city.PublishAsync();

        var indicator = (await city.ReadAsync("indicators")).Single(i => IsOf(i, "kodomomirai") && Figures(i).Contains(4321));
        await visit.OpenAsync($"/initiatives/{Text(indicator, "initiative")}/");
        await Assertions.Expect(page.Locator(".figures")).ToContainTextAsync("4,321");
    });

    [Fact]
    public Task AnotherDepartmentsWorkbookIsRefused() => city.VisitAsync(async visit =>
    {
        var clerk = new Clerk(visit);
        await clerk.CheckAsync("高津区役所", SampleWorkbook.Of("総務企画局").File);
        await clerk.SeesAsync("高津区役所の報告ではありません。");
        await Assertions.Expect(clerk.Heading).ToHaveTextAsync(new Regex("直すと提出できます"));
    });

    [Fact]
    public Task ATextFileNamedXlsxIsReportedAsNotAnExcelWorkbook() => city.VisitAsync(async visit =>
    {
        var clerk = new Clerk(visit);
        await clerk.CheckAsync("環境局", new() { Name = "2018-環境局.xlsx", MimeType = "text/plain", Buffer = "取組一覧"u8.ToArray() });
        await clerk.SeesAsync("Excelのブックとして読み取れませんでした。");
    });

    [Fact]
    public async Task AFileThatIsTooLargeIsRefusedBeforeItIsSent()
    {
        var folder = Directory.CreateTempSubdirectory("kawasaki-upload-");
        try
        {
            // The file is on disk, because Playwright takes twenty seconds to hand a browser so large a file from memory.
            var large = Path.Combine(folder.FullName, "大きい.xlsx");
            await using (var file = File.Create(large))
                file.SetLength(21 * 1024 * 1024);
            await city.VisitAsync(visit => RefuseAsync(visit, large));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RefuseAsync(Visitor visit, string large)
    {
        var clerk = new Clerk(visit);
        await clerk.SignInAsync("環境局");
        await clerk.FollowAsync("ブックを点検する");
        await visit.Page.GetByLabel("Excelブック").SetInputFilesAsync(large);
        await clerk.PressAsync("点検する");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("20MBまでのファイルを選んでください");
    }

    [Fact]
    public Task AWorkbookIsUploadedAndCheckedByKeyboard() => city.VisitAsync(async visit =>
    {
        var (page, clerk) = (visit.Page, new Clerk(visit));
        await clerk.SignInAsync("まちづくり局");
        // Starts to wait before the file chooser opens, because Playwright does not report a chooser that opened before the test waited for
        // one.
        var chooser = page.WaitForFileChooserAsync();
        await clerk.FollowAsync("ブックを点検する");
        await page.GetByLabel("Excelブック").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await (await chooser).SetFilesAsync(SampleWorkbook.Of("まちづくり局").File);
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await clerk.ReadsAsync("いまの報告と同じファイルです");
    });

    private static IEnumerable<decimal> Figures(JsonElement indicator) => indicator.GetProperty("values").EnumerateArray()
        .Select(v => v.GetProperty("value")).Where(v => v.ValueKind == JsonValueKind.Number).Select(v => v.GetDecimal());

    private static bool IsOf(JsonElement record, string department) => Text(record.GetProperty("source"), "department") == department;

    private static string Text(JsonElement record, string member) => record.GetProperty(member).GetString() ?? "";
}
