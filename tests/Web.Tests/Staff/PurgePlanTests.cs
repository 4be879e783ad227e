using KawasakiServerless.Application.Purging;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Web.Tests.Staff;

/// <summary>Before and after a purge, the coordinator sees what becomes of the report. The tests have their own app.</summary>
public sealed class PurgePlanTests(WebApp app) : IClassFixture<WebApp>
{
    [Fact]
    public async Task ThePlanAndTheEndSayWhichEarlierSubmissionBecomesTheReportAgain()
    {
        var first = await UploadAsync("zaisei", "前の取組");
        var second = await UploadAsync("zaisei", "後の取組", "増えた取組");
        using var browser = new Browsing(app, "Coordinator");

        var plan = await browser.OpenAsync($"/staff/purges/plan?what={second}");
        Assert.Contains($"に受け付けた提出の内容が、また報告になります（受付番号 {first}）", plan.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"/staff/purges/plan?what={first}\"", plan.Html, StringComparison.Ordinal);
        Assert.Contains("なくなる内容 1件、変わる内容 1件", plan.Text, StringComparison.Ordinal);
        Assert.Contains("点検の結果すべて", plan.Text, StringComparison.Ordinal);
        var end = await browser.OpenAsync($"/staff/purges/{await PurgeAsync(second)}");

        Assert.Contains($"に受け付けた提出の内容が、また報告になりました（受付番号 {first}）", end.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"/staff/purges/plan?what={await CountingAsync("zaisei")}\"", end.Html, StringComparison.Ordinal);
        // A later submission by the department is not what the purge brought back.
        await UploadAsync("zaisei", "書き直した取組");
        var later = await browser.OpenAsync((await browser.OpenAsync("/staff/purges")).Html.Split("href=\"")
            .Select(h => h.Split('"')[0]).First(h => h.StartsWith("/staff/purges/2", StringComparison.Ordinal)));
        Assert.DoesNotContain("また報告になりました", later.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePlanOfASingleRecordSaysThatTheOthersRemain()
    {
        var submission = await UploadAsync("kankyo", "名前のある取組", "残る取組", "残る取組の二つ目");
        using var browser = new Browsing(app, "Coordinator");

        var plan = await browser.OpenAsync("/staff/purges/plan?what=kankyo-0001");

        Assert.Contains("ほかの内容（2件）は残り", plan.Text, StringComparison.Ordinal);
        Assert.Contains("ほかの項目の内容は残ります。", plan.Text, StringComparison.Ordinal);
        Assert.Contains(submission, plan.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("残る取組", plan.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ThePlanOfAnEarlierSubmissionNamesTheReportThatStays()
    {
        var first = await UploadAsync("shobo", "一つ目の取組");
        var second = await UploadAsync("shobo", "書き直した取組");
        using var browser = new Browsing(app, "Coordinator");

        var plan = await browser.OpenAsync($"/staff/purges/plan?what={first}");
        Assert.Contains("いまの報告は変わりません。", plan.Text, StringComparison.Ordinal);
        Assert.Contains($"href=\"/staff/purges/plan?what={second}\"", plan.Html, StringComparison.Ordinal);
        await PurgeAsync(first);

        Assert.Contains("この報告は「未提出」になります。",
            (await browser.OpenAsync($"/staff/purges/plan?what={second}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatAPurgePutsInPlaceIsNotCalledASubmissionOfTheDepartment()
    {
        var first = await UploadAsync("byoin", "一つ目の取組", "二つ目の取組");
        await PurgeAsync("byoin-0001");
        using var browser = new Browsing(app, "Coordinator");

        var audit = await browser.OpenAsync("/staff/audit?department=byoin");
        var review = await browser.OpenAsync("/staff/2018/departments/byoin/review");
        var home = await browser.OpenAsync("/staff/2018/departments/byoin/");

        Assert.Equal(1, audit.Html.Split("<td>抹消による置き換え</td>").Length - 1);
        Assert.Equal(1, audit.Html.Split("<td>提出（受付）").Length - 1);
        Assert.Contains($"<span class=\"receipt-number\">{first}</span>", audit.Html, StringComparison.Ordinal);
        Assert.All([review, home], page => Assert.Contains("抹消による置き換え", page.Text, StringComparison.Ordinal));
    }

    private async Task<string> UploadAsync(string department, params string[] texts)
    {
        using var answer = await app.UploadAsync(
            department, SmallWorkbook.Of(department, [.. texts.Select((text, i) => (i + 1, text))]), $"Department.{department}");
        answer.EnsureSuccessStatusCode();
        return answer.Headers.Location!.OriginalString.Split('/')[^1];
    }

    private async Task<string> PurgeAsync(string what)
    {
        var purger = app.Get<Purger>();
        var purge = await purger.RunAsync((await purger.RequestAsync(what, "a test", default))!, default);
        Assert.Equal(PurgeState.Done, purge.State);
        return purge.Id;
    }

    private async Task<string> CountingAsync(string department) =>
        (await app.Get<CurrentStore>().FindAsync(FiscalYear.Of(2018), department, default))!.Submission;
}
