using KawasakiServerless.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Staff;

[Collection(OneCity.Name)]
public sealed class UploadTests(City city)
{
    // The script of this test takes the place of the network: it reports each percent of the file as sent, and then a lost connection.
    [Fact]
    public Task AScreenReaderHearsOnceThatTheFileIsSentAndAFailureReturnsTheFocus() => city.VisitAsync(async visit =>
    {
        var clerk = new Clerk(visit);
        await clerk.SignInAsync("港湾局");
        await clerk.FollowAsync("ブックを点検する");
        await visit.Page.EvaluateAsync(
            """
            () => {
              const frame = () => new Promise(requestAnimationFrame);
              window.said = [];
              new MutationObserver(changes => window.said.push(...changes.flatMap(c => [...c.addedNodes]).map(n => n.data)))
                .observe(document.querySelector('[role=status]'), { childList: true, subtree: true });
              XMLHttpRequest.prototype.send = async function () {
                for (let loaded = 1; loaded < 100; loaded++)
                  this.upload.dispatchEvent(new ProgressEvent('progress', { lengthComputable: true, loaded, total: 100 }));
                await frame().then(frame);
                this.dispatchEvent(new ProgressEvent('error'));
              };
            }
            """);
        await visit.Page.GetByLabel("Excelブック").SetInputFilesAsync(
            new FilePayload { Name = "2018-港湾局.xlsx", MimeType = "text/plain", Buffer = [1] });
        await clerk.PressAsync("点検する");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("通信が途切れました");
        await Assertions.Expect(visit.Page.GetByRole(AriaRole.Button, new() { Name = "点検する" })).ToBeFocusedAsync();
        var said = await visit.Page.EvaluateAsync<string[]>("window.said");
        Assert.Equal(["送信しています", await visit.Page.GetByRole(AriaRole.Status).InnerTextAsync()], said);
    });
}
