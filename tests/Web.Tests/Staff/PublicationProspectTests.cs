using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Web.Tests.Staff;

/// <summary>A department is told when the public site will show its report.</summary>
public sealed class PublicationProspectTests(WebApp app) : IClassFixture<WebApp>
{
    private const string Zaisei = "/staff/2018/departments/zaisei/";
    private const string AfterRelease = "取りまとめ担当がこの年度を公開したあとに載ります。", AfterHold = "公開の保留が解除されたあとの公開で載ります。",
        NextPublication = "次の公開（毎晩の更新）で載ります。";

    [Fact]
    public async Task EachScreenPromisesThePublicationThatWillContainTheReport()
    {
        using var clerk = new Browsing(app, "Department.zaisei");
        var upload = await clerk.UploadAsync(
            await clerk.OpenAsync($"{Zaisei}upload"), $"{Zaisei}upload", SmallWorkbook.Of("zaisei", (1, "取組")));
        var check = await clerk.OpenAsync(upload.Location!);
        Assert.Contains($"公開サイトには、{AfterRelease}", check.Text, StringComparison.Ordinal);
        var receipt = (await clerk.SubmitAsync(check, $"{upload.Location}/submit")).Location!;
        await AssertPromisedAsync(clerk, receipt, AfterRelease);
        Assert.Contains("この年度の報告は、まだ公開されていません。", (await clerk.OpenAsync(Zaisei)).Text, StringComparison.Ordinal);

        await app.Get<YearStore>().ReleaseAsync(FiscalYear.Of(2018), default);
        await AssertPromisedAsync(clerk, receipt, NextPublication);
        Assert.Contains($"最後の提出の内容は、{NextPublication}", (await clerk.OpenAsync(Zaisei)).Text, StringComparison.Ordinal);

        await app.Get<HoldStore>().SetAsync(
            new("20180801T000000000-abcdef", "20180701T000000000-abcdef", "the coordinator", DateTimeOffset.UnixEpoch), default);
        await AssertPromisedAsync(clerk, receipt, AfterHold);
        Assert.Contains($"最後の提出の内容は、{AfterHold}", (await clerk.OpenAsync(Zaisei)).Text, StringComparison.Ordinal);
    }

    private static async Task AssertPromisedAsync(Browsing clerk, string receipt, string promise) =>
        Assert.Contains($"公開サイトには、{promise}", (await clerk.OpenAsync(receipt)).Text, StringComparison.Ordinal);
}
