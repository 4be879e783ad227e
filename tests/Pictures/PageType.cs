using KawasakiServerless.Browser.Tests.Gates;
using KawasakiServerless.Testing;
using Microsoft.Playwright;

namespace KawasakiServerless.Pictures;

internal static class PageType
{
    // Sizes in pixels. If a page is higher than Tallest, the picture shows only its top, which is enough for inspection.
    private const int Height = 800, Tallest = 6_000;

    private static readonly int[] Widths = [360, 768, 1280];

    public static async Task PictureAsync(Shown shown, string type)
    {
        var site = shown.City.Pages.Any(p => p.Type == type) ? shown.City : shown.Hostile;
        await shown.VisitAsync(site, async visit =>
        {
            await visit.OpenAsync(site.ExtremesOf(type)[0].Path);
            foreach (var width in Widths)
                await PictureAsync(visit.Page, type, width);
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await visit.Page.PdfAsync(new() { Path = FileOf($"{type}.pdf"), PreferCSSPageSize = true });
        });
    }

    private static async Task PictureAsync(IPage page, string type, int width)
    {
        await page.SetViewportSizeAsync(width, Height);
        await page.SetViewportSizeAsync(
            width, await page.EvaluateAsync<int>("most => Math.min(document.documentElement.scrollHeight, most)", Tallest));
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.ScreenshotAsync(new() { Path = FileOf($"{type}-{width}-{scheme}.png") });
        }

        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await page.ScreenshotAsync(new() { Path = FileOf($"{type}-{width}-Forced.png") });
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None });
    }

    private static string FileOf(string name) => Repository.PathTo("TestResults", "Pages", name);
}
