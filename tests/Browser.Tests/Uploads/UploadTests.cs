using System.Text.Json;
using KawasakiServerless.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Uploads;

// Each fact has a department of its own, so that their order does not matter.
[Collection(OneCity.Name)]
public sealed class UploadTests(City city)
{
    [Fact]
    public Task AChangedFigureGoesFromTheWorkbookToThePublicPage() => city.VisitAsync(async visit =>
    {
        var (page, clerk) = (visit.Page, new Clerk(visit));
        await clerk.SubmitAsync("病院局", SampleWorkbook.Of("病院局").With("650", "1234").File);
        await clerk.SeesAsync("受け付けました");
        foreach (var count in new[] { "取組5件", "指標9件", "課題と方向性3件", "連携取組1件", "本文0件" })
            await clerk.SeesAsync(count);
        await visit.FitsEveryWidthAsync();
        await clerk.PublishAsync();
        await clerk.SeesAsync("公開しました");

        await visit.OpenAsync(await InitiativeAsync("byoin", "市民公開講座開催数・参加者数"));
        await Assertions.Expect(page.Locator(".figures").GetByRole(AriaRole.Cell, new() { Name = "1,234名", Exact = true })).ToBeVisibleAsync();
        var chart = page.GetByRole(AriaRole.Img, new() { Name = "川崎病院 参加者数" });
        await Assertions.Expect(chart.Locator("text", new() { HasTextString = "1,234" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("平成28年度の347名から平成29年度の1,234名へ増加").Locator("visible=true")).ToHaveCountAsync(1);
        Assert.Equal([347m, 1234m], await FiguresAsync("byoin", "川崎病院", "参加者数"));
    });

    [Fact]
    public Task TheSameFileAgainIsSaidToBeTheSame() => city.VisitAsync(async visit =>
    {
        var (clerk, workbook) = (new Clerk(visit), SampleWorkbook.Of("教育委員会事務局").With("38", "39"));
        await clerk.SubmitAsync("教育委員会事務局", workbook.File);
        await clerk.SeesAsync("受け付けました");
        await clerk.SubmitAsync("教育委員会事務局", workbook.File);
        await clerk.SeesAsync("受け付け済みのものと同じファイルです");
    });

    [Fact]
    public Task AnotherDepartmentsWorkbookIsRefusedAndNothingPublicChanges() => city.VisitAsync(async visit =>
    {
        var clerk = new Clerk(visit);
        var before = await PageAsync(visit, "/wards/takatsu/");
        await clerk.SubmitAsync("高津区役所", SampleWorkbook.Of("総務企画局").File);
        await clerk.SeesAsync("直していただきたいところがあります");
        await Assertions.Expect(clerk.Problems).ToContainTextAsync("高津区役所の報告ではありません。");
        await clerk.PublishAsync();
        Assert.Equal(before, await PageAsync(visit, "/wards/takatsu/"));
    });

    [Fact]
    public Task FiguresWithTheirUnitsAreNamedCellByCellAndNothingPublicChanges() => city.VisitAsync(async visit =>
    {
        var clerk = new Clerk(visit);
        var address = await InitiativeAsync("kodomomirai", "子どもの権利に関する意識の普及");
        var before = await PageAsync(visit, address);
        var workbook = SampleWorkbook.Of("こども未来局").With("171908", "171908人").With("72", "72回").With("249", "249件");
        await clerk.SubmitAsync("こども未来局", workbook.File);
        await clerk.SeesAsync("直していただきたいところがあります");
        foreach (var (cell, found) in new[] { ("K2", "171908人"), ("K5", "72回"), ("K9", "249件") })
        {
            var row = clerk.Problems.GetByRole(AriaRole.Row).Filter(new() { Has = visit.Page.GetByText(cell, new() { Exact = true }) });
            await Assertions.Expect(row).ToContainTextAsync("視点別取組");
            await Assertions.Expect(row).ToContainTextAsync(found);
            await Assertions.Expect(row).ToContainTextAsync("数値として読み取れませんでした");
        }

        await visit.FitsEveryWidthAsync();
        await clerk.PublishAsync();
        Assert.Equal(before, await PageAsync(visit, address));
    });

    [Fact]
    public Task ATextFileNamedXlsxGetsAClearAnswer() => city.VisitAsync(async visit =>
    {
        var clerk = new Clerk(visit);
        await clerk.SubmitAsync("環境局", new() { Name = "2018-環境局.xlsx", MimeType = "text/plain", Buffer = "取組一覧"u8.ToArray() });
        await clerk.SeesAsync("直していただきたいところがあります");
        await Assertions.Expect(clerk.Problems).ToContainTextAsync("Excelのブックとして読み取れませんでした。");
    });

    private async Task<string> InitiativeAsync(string department, string text)
    {
        var found = (await city.ReadAsync("initiatives")).Single(i => IsOf(i, department) && Text(i, "text").StartsWith(text, StringComparison.Ordinal));
        return $"/initiatives/{Text(found, "id")}/";
    }

    private async Task<IEnumerable<decimal>> FiguresAsync(string department, string group, string name) =>
        (await city.ReadAsync("indicators")).Single(i => IsOf(i, department) && i.GetProperty("group").GetString() == group && Text(i, "name") == name)
        .GetProperty("values").EnumerateArray().Select(v => v.GetProperty("value").GetDecimal());

    private static bool IsOf(JsonElement record, string department) => Text(record.GetProperty("source"), "department") == department;

    private static string Text(JsonElement record, string member) => record.GetProperty(member).GetString() ?? "";

    private static async Task<string> PageAsync(Visitor visit, string path)
    {
        await visit.OpenAsync(path);
        return await visit.Page.ContentAsync();
    }
}
