using System.Text.RegularExpressions;
using KawasakiServerless.Browser.Tests.Browsing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace KawasakiServerless.Browser.Tests.PublicSite;

/// <summary>Tests the tables that readers filter and sort on the page. The address of the page contains what the reader chose.</summary>
[Collection(OneCity.Name)]
public sealed class TableTests(City city)
{
    [Fact]
    public Task CollaborationsAreFilteredByLeadOrByPartnerAndCounted() => VisitAsync("/collaborations/", async page =>
    {
        await page.GetByLabel("主管", Exact).SelectOptionAsync("建設緑政局");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("47件のうち3件を表示しています");
        await Expect(page).ToHaveURLAsync(new Regex("\\?lead=kensetsuryokusei$"));
        await page.GetByRole(AriaRole.Button, new() { Name = "絞り込みをやめる" }).ClickAsync();
        await page.GetByLabel("連携先", Exact).SelectOptionAsync("建設緑政局");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("47件のうち1件を表示しています");
        await Expect(page).ToHaveURLAsync(new Regex("\\?partner=kensetsuryokusei$"));
        await Expect(Rows(page)).ToHaveCountAsync(1);
    });

    [Fact]
    public Task TheAddressContainsTheFilterAlsoInABrowserThatDoesNotCountParameters() => city.VisitAsync(async visit =>
    {
        await visit.Page.AddInitScriptAsync("delete URLSearchParams.prototype.size");
        await visit.OpenAsync("/collaborations/");
        await visit.Page.GetByLabel("主管", Exact).SelectOptionAsync("建設緑政局");
        await Expect(visit.Page).ToHaveURLAsync(new Regex("\\?lead=kensetsuryokusei$"));
    });

    [Theory]
    [InlineData("/collaborations/?lead=machizukuri&partner=kenkofukushi", "/collaborations/lead/machizukuri/partner/kenkofukushi/")]
    [InlineData("/collaborations/?partner=every-ward", "/collaborations/partner/every-ward/")]
    public async Task TheFilteredListShowsTheSameCollaborationsAsThePageForReadersWithoutScripts(string narrowed, string prepared)
    {
        var (byScript, asPrepared) = (new List<string>(), new List<string>());
        await city.VisitAgainAsync(async visit => byScript.AddRange(await NamesAsync(visit, narrowed)));
        await city.VisitAgainAsync(async visit => asPrepared.AddRange(await NamesAsync(visit, prepared)), Scripts.Disabled);
        Assert.NotEmpty(byScript);
        Assert.Equal(asPrepared, byScript);
    }

    [Fact]
    public Task TheBackButtonRestoresTheChosenFilter() => VisitAsync("/collaborations/", async page =>
    {
        await page.GetByLabel("主管", Exact).SelectOptionAsync("環境局");
        await Expect(page).ToHaveURLAsync(new Regex("lead=kankyo"));
        await Rows(page).First.GetByRole(AriaRole.Rowheader).GetByRole(AriaRole.Link).ClickAsync();
        await page.GoBackAsync();
        await Expect(page.GetByLabel("主管", Exact)).ToHaveValueAsync("kankyo");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("47件のうち1件を表示しています");
    });

    [Fact]
    public Task WithoutScriptsTheFilterFormIsHiddenAndAllRowsAreShown() => city.VisitAgainAsync(
        async visit =>
        {
            await visit.OpenAsync("/collaborations/");
            await Expect(visit.Page.Locator("#collaborations tbody tr")).ToHaveCountAsync(47);
            await Expect(visit.Page.Locator("form.filter")).ToBeHiddenAsync();
        },
        Scripts.Disabled);

    [Fact]
    public Task IndicatorsAreSortedByKeyboardAndAriaSortReportsTheOrder() => VisitAsync("/indicators/", async page =>
    {
        var heading = page.GetByRole(AriaRole.Columnheader, new() { Name = "平成29（2017）年度" });
        await heading.GetByRole(AriaRole.Button).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(heading).ToHaveAttributeAsync("aria-sort", "ascending");
        var smallest = await FirstValueAsync(page);
        await page.Keyboard.PressAsync("Space");
        await Expect(heading).ToHaveAttributeAsync("aria-sort", "descending");
        Assert.True(smallest < await FirstValueAsync(page));
        await Expect(page).ToHaveURLAsync(new Regex("sort=-2017"));
        await page.ReloadAsync();
        await Expect(heading).ToHaveAttributeAsync("aria-sort", "descending");
        await Expect(Rows(page)).ToHaveCountAsync(112);
    });

    [Fact]
    public Task IndicatorsAreFoundByWordViewpointAndTrend() => VisitAsync("/indicators/", async page =>
    {
        await page.GetByLabel("ことば").FillAsync("ｶﾞｲﾄﾞﾌﾞｯｸ");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("112件のうち");
        Assert.All(await Rows(page).AllInnerTextsAsync(), text => Assert.Contains("ガイドブック", text, StringComparison.Ordinal));
        await page.GetByLabel("ことば").FillAsync("");
        await page.GetByLabel("視点").SelectOptionAsync("4");
        await page.GetByLabel("推移", new() { Exact = true }).SelectOptionAsync("増加");
        await Expect(page).ToHaveURLAsync(new Regex("viewpoint=4&trend=up"));
        Assert.All(await Rows(page).AllInnerTextsAsync(), text => Assert.Contains("増加", text, StringComparison.Ordinal));
        await page.GetByLabel("ことば").FillAsync("ないことば");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("条件に合うものはありません（全112件）");
    });

    [Theory]
    [InlineData("/indicators/", 1280, 1)]
    [InlineData("/initiatives/kenkofukushi-0110/", 360, 1)]
    [InlineData("/", 360, 1)]
    [InlineData("/", 1280, 2)]
    public Task TheBarsOfChangesHaveTheirZeroLinesBelowEachOther(string path, int width, int columns) => VisitAsync(path, async page =>
    {
        await page.SetViewportSizeAsync(width, 800);
        var left = await page.Locator("li .changed-rate .change-bar, td .change-bar").EvaluateAllAsync<double[]>(
            "bars => bars.map(bar => bar.getBoundingClientRect().left)");
        Assert.InRange(left.Length, 3, 112);
        Assert.Equal(columns, left.Select(x => Math.Round(x)).Distinct().Count());
    });

    [Fact]
    public Task APrintedTableSaysHowManyOfItsRowsAreShown() => VisitAsync("/collaborations/?lead=kankyo", async page =>
    {
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator("form.filter .count")).ToBeVisibleAsync();
        await Expect(page.Locator("form.filter .count")).ToHaveTextAsync("47件のうち1件を表示しています");
        await Expect(page.Locator("form.filter .field:visible")).ToHaveCountAsync(0);
    });

    [Theory]
    [InlineData("viewpoint=4")]
    [InlineData("sort=-2017")]
    public Task ALinkToAViewpointShowsAllRowsInTheirOrder(string chosen) => VisitAsync($"/indicators/?{chosen}", async page =>
    {
        await page.Locator("nav.on-page a[href='#viewpoint-3']").ClickAsync();
        await Expect(page.Locator("#viewpoint-3")).ToBeInViewportAsync();
        await Expect(page.Locator("#viewpoint-2 ~ #viewpoint-3 ~ #viewpoint-4")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("112件を表示しています");
        await Expect(page.GetByLabel("視点")).ToHaveValueAsync("");
        await Expect(page).ToHaveURLAsync(new Regex("/indicators/#viewpoint-3$"));
    });

    [Fact]
    public Task TheTableIsNotFilteredWhileTextIsBeingComposedWithAnInputMethod() => VisitAsync("/indicators/", async page =>
    {
        await page.GetByLabel("ことば").FocusAsync();
        var keyboard = await page.Context.NewCDPSessionAsync(page);
        await keyboard.SendAsync("Input.imeSetComposition", new() { ["text"] = "がｄ", ["selectionStart"] = 2, ["selectionEnd"] = 2 });
        await Expect(page.GetByLabel("ことば")).ToHaveValueAsync("がｄ");
        Assert.Equal("112件を表示しています", await page.GetByRole(AriaRole.Status).InnerTextAsync());
        await keyboard.SendAsync("Input.insertText", new() { ["text"] = "ガイド" });
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("112件のうち");
    });

    [Fact]
    public Task TheMatrixScrollsInItsOwnRegionByKeyboard() => VisitAsync("/collaborations/matrix/", async page =>
    {
        var region = page.GetByRole(AriaRole.Region, new() { Name = "主管（行）と連携先（列）" });
        await page.SetViewportSizeAsync(1280, 800);
        Assert.True(await region.EvaluateAsync<bool>("e => e.scrollWidth <= e.clientWidth"));
        await page.SetViewportSizeAsync(768, 800);
        await region.FocusAsync();
        for (var i = 0; i < 5; i++)
            await page.Keyboard.PressAsync("ArrowRight");
        await Expect(region).ToBeFocusedAsync();
        Assert.True(
            await region.EvaluateAsync<bool>("async e => { for (let i = 0; i < 50 && !e.scrollLeft; i++) await new Promise(r => "
                + "setTimeout(r, 50)); return e.scrollLeft > 0; }"));
    });

    [Fact]
    public Task OnAPhoneEveryLeadHasAListOfItsPartnersInsteadOfTheMatrix() => VisitAsync("/collaborations/matrix/", async page =>
    {
        await page.SetViewportSizeAsync(360, 800);
        await Expect(page.Locator("table.matrix")).ToBeHiddenAsync();
        var lead = page.Locator(".by-lead details").First;
        await Expect(lead.Locator(".choices a").First).ToBeHiddenAsync();
        await lead.Locator("summary").ClickAsync();
        await Expect(lead.Locator(".choices a").First).ToBeVisibleAsync();
    });

    [Fact]
    public Task TheContactSectionShowsTheIdOfTheFigureInTheAddress() => VisitAsync("/about/?figure=kenkofukushi-0001-1#contact", page =>
        Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("お問い合わせの数値の管理番号は kenkofukushi-0001-1 です。"));

    private static PageGetByLabelOptions Exact => new() { Exact = true };

    private static ILocator Rows(IPage page) => page.Locator("table[id] tbody tr:visible");

    private Task VisitAsync(string path, Func<IPage, Task> look) => city.VisitAgainAsync(async visit =>
    {
        await visit.OpenAsync(path);
        await look(visit.Page);
    });

    private static async Task<decimal> FirstValueAsync(IPage page) => decimal.Parse(
        await Rows(page).First.Locator("td[data-label='平成29（2017）年度']").GetAttributeAsync("data-value") ?? "",
        System.Globalization.CultureInfo.InvariantCulture);

    private static async Task<IReadOnlyList<string>> NamesAsync(Visitor visit, string path)
    {
        await visit.OpenAsync(path);
        return await visit.Page.Locator("table.collaborations tbody tr:visible th").AllInnerTextsAsync();
    }
}
