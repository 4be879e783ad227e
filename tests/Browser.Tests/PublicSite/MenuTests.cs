using KawasakiServerless.Browser.Tests.Browsing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.PublicSite;

/// <summary>Tests in Chromium the menu of the public site, and saving the chart of an indicator as a picture.</summary>
[Collection(OneCity.Name)]
public sealed class MenuTests(City city)
{
    private const string Lines = "links => links.map(a => getComputedStyle(a).borderBottomColor + (a.ariaCurrent ? ' current' : ''))";

    [Fact]
    public Task InForcedColoursOnlyTheCurrentItemIsMarked() => city.VisitAsync(async visit =>
    {
        await visit.Page.SetViewportSizeAsync(1280, 800);
        await visit.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await visit.OpenAsync("/wards/");

        var ground = await visit.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        var lines = await visit.Page.Locator(".bar a").EvaluateAllAsync<string[]>(Lines);
        Assert.Equal(1, lines.Count(line => line != ground));
        Assert.EndsWith("current", lines.Single(line => line != ground), StringComparison.Ordinal);
    });

    [Fact]
    public Task TheOpenMenuPushesThePageDownAndItsButtonStays() => city.VisitAsync(async visit =>
    {
        await visit.Page.SetViewportSizeAsync(360, 800);
        await visit.OpenAsync("/wards/");
        var (button, main) = (visit.Page.Locator(".menu summary"), visit.Page.Locator("main"));
        var (before, pageBefore) = ((await button.BoundingBoxAsync())!, (await main.BoundingBoxAsync())!);

        await button.FocusAsync();
        await visit.Page.Keyboard.PressAsync("Enter");

        var menu = (await visit.Page.Locator(".menu nav").BoundingBoxAsync())!;
        var (after, pageAfter) = ((await button.BoundingBoxAsync())!, (await main.BoundingBoxAsync())!);
        Assert.Equal((before.X, before.Y), (after.X, after.Y));
        Assert.True(menu.Height > 100 && pageAfter.Y >= pageBefore.Y + menu.Height, $"{menu.Height}: {pageBefore.Y} to {pageAfter.Y}");
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.Equal(
            "A", await visit.Page.EvaluateAsync<string>("document.activeElement.closest('.menu') ? document.activeElement.tagName : ''"));
    });

    [Fact]
    public Task TheBarFitsOneLineOfTheNarrowestWindowThatShowsIt() => city.VisitAsync(async visit =>
    {
        await visit.Page.SetViewportSizeAsync(1024, 800);
        await visit.OpenAsync("/wards/");
        var tops = await visit.Page.Locator(".bar a").EvaluateAllAsync<double[]>("links => links.map(a => a.getBoundingClientRect().top)");
        Assert.InRange(tops.Length, 8, 12);
        Assert.Single(tops.Distinct());
    });

    [Fact]
    public Task OnPaperThereIsNoMenu() => city.VisitAsync(async visit =>
    {
        await visit.Page.SetViewportSizeAsync(800, 800);
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await visit.OpenAsync("/wards/");

        await Assertions.Expect(visit.Page.Locator(".menu summary")).ToBeHiddenAsync();
    });

    [Fact]
    public Task TheChartIsSavedAsAPicture() => city.VisitAsync(async visit =>
    {
        await visit.OpenAsync("/indicators/kenkofukushi-0001-1/");
        var saved = await visit.Page.RunAndWaitForDownloadAsync(
            () => visit.Page.GetByRole(AriaRole.Button, new() { Name = "グラフの画像（PNG）" }).ClickAsync());

        Assert.Equal("kenkofukushi-0001-1.png", saved.SuggestedFilename);
        var picture = await File.ReadAllBytesAsync((await saved.PathAsync())!);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], picture[..4]);
        Assert.True(picture.Length > 5_000, $"{picture.Length} bytes");
    });
}
