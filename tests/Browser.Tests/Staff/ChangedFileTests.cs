using KawasakiServerless.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Staff;

[Collection(OneCity.Name)]
public sealed class ChangedFileTests(City city)
{
    // The browser reports an error because the file has changed. It may report nothing else.
    [Fact]
    public async Task AFileThatChangedAfterItWasChosenMustBeChosenAgain() => Assert.All(
        await city.ComplaintsOfAsync(ChooseAgainAsync),
        complaint => Assert.Contains("ERR_UPLOAD_FILE_CHANGED", complaint, StringComparison.Ordinal));

    private static async Task ChooseAgainAsync(Visitor visit)
    {
        var (clerk, folder) = (new Clerk(visit), Directory.CreateTempSubdirectory());
        try
        {
            var file = Path.Combine(folder.FullName, "2018-港湾局.xlsx");
            await File.WriteAllBytesAsync(file, [1]);
            await clerk.SignInAsync("港湾局");
            await clerk.FollowAsync("ブックを点検する");
            await visit.Page.GetByLabel("Excelブック").SetInputFilesAsync(file);
            await ChangeAsync(visit, file);
            await clerk.PressAsync("点検する");
            await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("選んだあとにファイルが変わったか");

            await clerk.ChooseAsync(new() { Name = "2018-港湾局.xlsx", MimeType = "text/plain", Buffer = [1, 2] });
            await clerk.SeesAsync("Excelのブックとして読み取れませんでした。");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // The browser does not send a file that has changed since the browser first read the file's size. It compares the times of the last
    // change in whole seconds, so the test sets this time a minute ahead.
    private static async Task ChangeAsync(Visitor visit, string file)
    {
        await visit.Page.GetByLabel("Excelブック").EvaluateAsync("field => field.files[0].size");
        await File.WriteAllBytesAsync(file, [1, 2]);
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddMinutes(1));
    }
}
