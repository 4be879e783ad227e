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
        NextPublication = "次の公開（毎晩2時）で載ります。";

    [Fact]
    public async Task TheHomeScreenPromisesThePublicationThatWillContainTheReport()
    {
        using var clerk = new Browsing(app, "Department.zaisei");
        using (var answer = await app.UploadAsync("zaisei", SmallWorkbook.Of("zaisei", (1, "取組")), "Department.zaisei"))
            answer.EnsureSuccessStatusCode();
        Assert.Contains("この年度の報告は、まだ公開されていません。", (await clerk.OpenAsync(Zaisei)).Text, StringComparison.Ordinal);

        await app.Get<YearStore>().ReleaseAsync(FiscalYear.Of(2018), default);
        Assert.Contains($"最後の提出の内容は、{NextPublication}", (await clerk.OpenAsync(Zaisei)).Text, StringComparison.Ordinal);
        await app.Get<HoldStore>().SetAsync(
            new("20180801T000000000-abcdef", "20180701T000000000-abcdef", "the coordinator", DateTimeOffset.UnixEpoch), default);
        Assert.Contains($"最後の提出の内容は、{AfterHold}", (await clerk.OpenAsync(Zaisei)).Text, StringComparison.Ordinal);
    }
}
