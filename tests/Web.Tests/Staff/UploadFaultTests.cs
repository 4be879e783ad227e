using KawasakiServerless.Testing;
using KawasakiServerless.Web.Staff.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace KawasakiServerless.Web.Tests.Staff;

/// <summary>
/// If something goes wrong while a workbook is being uploaded, nothing is stored, the person is told, and the next upload works.
/// </summary>
[Collection(OneWebApp.Name)]
public sealed class UploadFaultTests(WebApp app)
{
    private const string Folder = "/staff/2018/departments/keizairodo/", Upload = $"{Folder}upload";

    private static readonly byte[] Workbook = SmallWorkbook.Of("keizairodo", (1, "就業を支援した。"));

    [Fact]
    public async Task AConnectionThatIsCutHalfWayStoresNothingAndIsNoErrorOfTheApp()
    {
        using var clerk = new Browsing(app, "Department.keizairodo");
        var (before, page, stored) = (app.Output.Length, await clerk.OpenAsync(Upload), await StoredAsync());
        using (var ended = await clerk.SendHalfAsync(page, Upload, Workbook))
        {
            ended.EndSending();
            await ended.ClosedAsync();
        }

        using (var died = await clerk.SendHalfAsync(page, Upload, Workbook))
        {
            await app.LogSinceAsync(before);
            died.Reset();
        }

        var log = await app.LogSinceAsync(before);
        Assert.DoesNotContain("fail:", log, StringComparison.Ordinal);
        Assert.DoesNotContain("crit:", log, StringComparison.Ordinal);
        Assert.Equal(stored, await StoredAsync());
        await AssertWorksAsync(clerk, page);
    }

    [Fact]
    public async Task AnUploadAfterTheSessionEndedIsRefusedWithASignInLink()
    {
        using var clerk = new Browsing(app, "Department.keizairodo");
        var (page, stored) = (await clerk.OpenAsync(Upload), await StoredAsync());
        using var later = clerk.SignedOut();

        var answer = await later.UploadAsync(page, Upload, Workbook);

        Assert.Equal((401, "サインインの時間が切れました"), (answer.Status, answer.Heading));
        Assert.Contains("送った内容は、まだ何も受け付けていません。", answer.Text, StringComparison.Ordinal);
        Assert.Contains($"post_login_redirect_uri={Uri.EscapeDataString(Upload)}\"", answer.Html, StringComparison.Ordinal);
        Assert.Equal(stored, await StoredAsync());
        await AssertWorksAsync(clerk, page);
    }

    [Theory]
    [InlineData(401, true)]
    [InlineData(429, true)]
    [InlineData(503, true)]
    [InlineData(408, false)]
    [InlineData(303, false)]
    public async Task ARefusedUploadIsReadToItsEndSoThatTheClientSeesTheAnswer(int status, bool isReceived)
    {
        using var services = new ServiceCollection().BuildServiceProvider();
        var builder = new ApplicationBuilder(services);
        builder.UseWholeUploads();
        builder.Run(c =>
        {
            c.Response.StatusCode = status;
            return Task.CompletedTask;
        });
        var context = new DefaultHttpContext();
        context.SetEndpoint(new(null, new EndpointMetadataCollection(FormBody.File), "upload"));
        using var body = new MemoryStream(Workbook);
        context.Request.Body = body;

        await builder.Build()(context);

        Assert.Equal(isReceived ? body.Length : 0, body.Position);
    }

    [Fact]
    public async Task AnUploadWithTheFormOfAnEarlierSessionIsRefused()
    {
        using var clerk = new Browsing(app, "Department.keizairodo");
        using var anew = new Browsing(app, "Department.keizairodo");
        var (page, stored) = (await clerk.OpenAsync(Upload), await StoredAsync());

        var answer = await anew.UploadAsync(page, Upload, Workbook);

        Assert.Equal((400, "もう一度、画面を開いてから操作してください"), (answer.Status, answer.Heading));
        Assert.Contains("この操作は行いませんでした", answer.Text, StringComparison.Ordinal);
        Assert.Equal(stored, await StoredAsync());
        await AssertWorksAsync(anew, await anew.OpenAsync(Upload));
    }

    private static async Task AssertWorksAsync(Browsing clerk, StaffAnswer page)
    {
        var sent = await clerk.UploadAsync(page, Upload, Workbook);
        Assert.Equal((303, 200), (sent.Status, (await clerk.OpenAsync(sent.Location!)).Status));
    }

    private Task<IReadOnlyList<string>> StoredAsync() => Stores.BlobsAsync(app.Storage, "checks", "2018/keizairodo/");
}
