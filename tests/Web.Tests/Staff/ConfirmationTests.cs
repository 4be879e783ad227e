using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Writing;

namespace KawasakiServerless.Web.Tests.Staff;

/// <summary>
/// A value that the check of a workbook asks about, such as a sudden change, must be confirmed before the workbook is submitted. A
/// confirmed value is not asked about again.
/// </summary>
[Collection(OneWebApp.Name)]
public sealed class ConfirmationTests(WebApp app)
{
    private const string Shobo = "/staff/2018/departments/shobo/", Asks = "あと1か所確認すると提出できます";

    [Fact]
    public async Task ASuddenChangeMustBeConfirmedOnceForItsValueBeforeSubmission()
    {
        using var clerk = new Browsing(app, "Department.shobo");
        var (path, page) = await CheckAsync(clerk, Workbook(10, 1000));
        Assert.Equal(Asks, page.Heading);
        Assert.Equal(409, (await clerk.PostAsync($"{path}/submit", Fields(page, $"{path}/confirm"))).Status);
        Assert.Equal(422, (await clerk.SubmitAsync(page, $"{path}/confirm", ("code", "sudden-change"))).Status);

        var key = page.Html.Split("name=\"key\" value=\"")[1].Split('"')[0];
        var confirmed = await clerk.SubmitAsync(page, $"{path}/confirm", ("key", key), ("reason", "対象を全市に広げたため。"));
        Assert.Equal(303, confirmed.Status);
        var ready = await clerk.OpenAsync(path);
        Assert.Equal("提出できます", ready.Heading);
        Assert.Equal(303, (await clerk.SubmitAsync(ready, $"{path}/submit")).Status);

        Assert.Equal("提出できます", (await CheckAsync(clerk, Workbook(10, 1000, "言い方を変えた取組"))).Page.Heading);
        Assert.Equal(Asks, (await CheckAsync(clerk, Workbook(10, 1001))).Page.Heading);
    }

    [Fact]
    public async Task AConfirmationThatIsSentTwiceIsRecordedOnceAndOneThatComesTooLateSaysSo()
    {
        using var clerk = new Browsing(app, "Department.shobo");
        using var colleague = new Browsing(app, "Department.shobo", "a colleague");
        var (path, page) = await CheckAsync(clerk, Workbook(10, 3000));
        var late = FilledForm.Of(await colleague.OpenAsync(path), $"{path}/confirm").With("reason", "会場を増やしたため。");
        var form = FilledForm.Of(page, $"{path}/confirm");

        Assert.Equal((303, $"{path}?done=confirm#ask"), Reply(await form.SendAsync(clerk)));
        Assert.Equal((303, $"{path}?done=confirm#ask"), Reply(await form.SendAsync(clerk)));
        var refused = await late.SendAsync(colleague);

        Assert.Equal(422, refused.Status);
        Assert.Contains("ほかの方が先に確認しました", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARefusedConfirmationIsShownAgainAsItWasSent()
    {
        using var clerk = new Browsing(app, "Department.shobo");
        var (path, page) = await CheckAsync(clerk, Workbook([(10, 2000), (20, 4000)]));
        var form = FilledForm.Of(page, $"{path}/confirm");
        var keys = form.Fields.Where(f => f.Name == "key").Select(f => f.Value).ToList();
        Assert.Equal(2, keys.Count);

        var refused = await form.With("key", keys[1]).With("publish", "1").With("reason", " ").SendAsync(clerk);
        var again = FilledForm.Of(refused, $"{path}/confirm");
        Assert.Equal(422, refused.Status);
        Assert.Equal([keys[1], "1"], again.Fields.Where(f => f.Name is "key" or "publish").Select(f => f.Value));

        var tooLong = await again.With("reason", new string('長', 3000)).SendAsync(clerk);
        Assert.Equal(422, tooLong.Status);
        Assert.Equal(new string('長', 3000), FilledForm.Of(tooLong, $"{path}/confirm")["reason"]);
    }

    private static (int, string?) Reply(StaffAnswer answer) => (answer.Status, answer.Location);

    private static FormUrlEncodedContent Fields(StaffAnswer page, string form) =>
        new(page.HiddenFieldsOf(form).Select(f => KeyValuePair.Create(f.Name, f.Value)));

    private static async Task<(string Path, StaffAnswer Page)> CheckAsync(Browsing clerk, byte[] workbook)
    {
        var sent = await clerk.UploadAsync(await clerk.OpenAsync($"{Shobo}upload"), $"{Shobo}upload", workbook);
        return (sent.Location!, await clerk.OpenAsync(sent.Location!));
    }

    private static byte[] Workbook(int before, int after, string text = "救急の講習") => Workbook([(before, after)], text);

    private static byte[] Workbook((int Before, int After)[] indicators, string text = "救急の講習")
    {
        var (year, source) = (FiscalYear.Of(2018), Source.Read("shobo", "", ""));
        var initiative = new Initiative("shobo-0001", source, 1, "elderly", ["健康福祉局"], text);
        var listed = indicators.Select((i, at) => new Indicator(
            $"shobo-0001-{at + 1}", source, initiative.Id, $"受講者数{at + 1}", null, "人", false,
            [Figure.Reported(year.Previous.Previous, i.Before), Figure.Reported(year.Previous, i.After)], []));
        var records = DepartmentRecords.Empty with { Initiatives = [initiative], Indicators = [.. listed] };
        return TemplateWriter.Write(new(Register.Of2018, year, Register.Of2018.Department("shobo"), records, DateTimeOffset.UnixEpoch));
    }
}
