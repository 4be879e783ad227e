using KawasakiServerless.Browser.Tests.Browsing;
using KawasakiServerless.Browser.Tests.Gates;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Staff;

/// <summary>Looks at a screen as different people see it: light and dark, on a telephone and at a desk.</summary>
internal static class Looks
{
    // Each width and each colour once; with FULL_MATRIX each of both.
    private static readonly (int Width, ColorScheme Colours)[] All = IsFull
        ? [(360, ColorScheme.Light), (360, ColorScheme.Dark), (1280, ColorScheme.Light), (1280, ColorScheme.Dark)]
        : [(360, ColorScheme.Light), (1280, ColorScheme.Dark)];

    /// <summary>Also states that cost the time of a publication.</summary>
    public static bool IsFull => Environment.GetEnvironmentVariable("FULL_MATRIX") == "1";

    // A browser complains of each refusal, and screens that refuse are among those looked at.
    public static async Task SeeAsync(this City city, Func<Visitor, Task> visit) =>
        Assert.DoesNotContain(await city.ComplaintsOfAsync(visit), c => c.Split(' ')[^1] is not ("401" or "403" or "404" or "409" or "422"));

    public static async Task LookAsync(this Visitor visit, params (string Path, int Status, string Name)[] screens)
    {
        foreach (var (path, status, name) in screens)
        {
            await visit.OpenAsync(path, status);
            await visit.LooksWellAsync(name);
        }
    }

    public static async Task LooksWellAsync(this Visitor visit, string name)
    {
        var page = visit.Page;
        await visit.FitsEveryWidthAsync();
        foreach (var (width, colours) in All)
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            var violations = await Axe.ViolationsAsync(page);
            Assert.True(violations.Count == 0, $"{name} at {width}, {colours}:\n{string.Join('\n', violations)}");
        }

        await ShootAsync(page, name);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Null });
    }

    // To be looked at: SCREENS=folder dotnet test tests/Browser.Tests --filter Screen
    private static async Task ShootAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENS") is not { Length: > 0 } folder)
            return;
        foreach (var (width, colours) in new[] { (360, ColorScheme.Light), (768, ColorScheme.Light), (1280, ColorScheme.Light), (1280, ColorScheme.Dark) })
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}-{colours}.png"), FullPage = true });
        }
    }
}
