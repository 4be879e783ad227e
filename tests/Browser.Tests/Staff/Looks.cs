using KawasakiServerless.Browser.Tests.Browsing;
using KawasakiServerless.Browser.Tests.Gates;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Staff;

/// <summary>Checks a screen as different people see it: in light and dark colours, on a telephone and on a desktop computer.</summary>
internal static class Looks
{
    private static readonly (int Width, ColorScheme Colours) Telephone = (360, ColorScheme.Light), Desk = (1280, ColorScheme.Dark);

    /// <summary>
    /// Whether FULL_MATRIX=1 is set. The tests then check each screen in all four combinations of width and colours, and also check two
    /// screens that are like others.
    /// </summary>
    public static bool IsFull => Environment.GetEnvironmentVariable("FULL_MATRIX") == "1";

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
        // Each width and each colour scheme is checked once: the first pair with all rules, the second only with the rules about colours.
        // The length of the name decides which pair is first. FULL_MATRIX=1 checks all four pairs with all rules.
        var (first, second) = name.Length % 2 == 0 ? (Telephone, Desk) : (Desk, Telephone);
        await LooksWellAsync(page, name, first, Axe.ViolationsAsync);
        await LooksWellAsync(page, name, second, IsFull ? Axe.ViolationsAsync : Axe.ViolationsOfColoursAsync);
        if (IsFull)
        {
            await LooksWellAsync(page, name, (Telephone.Width, Desk.Colours), Axe.ViolationsAsync);
            await LooksWellAsync(page, name, (Desk.Width, Telephone.Colours), Axe.ViolationsAsync);
        }

        await ShootAsync(page, name);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Null });
    }

    private static async Task LooksWellAsync(
        IPage page, string name, (int Width, ColorScheme Colours) look, Func<IPage, Task<IReadOnlyList<string>>> violationsOf)
    {
        await page.SetViewportSizeAsync(look.Width, 800);
        await page.EmulateMediaAsync(new() { ColorScheme = look.Colours });
        var violations = await violationsOf(page);
        Assert.True(violations.Count == 0, $"{name} at {look.Width}, {look.Colours}:\n{string.Join('\n', violations)}");
    }

    // Saves pictures of the screen for people to look at, if the environment variable SCREENS names a folder:
    // SCREENS=folder dotnet test tests/Browser.Tests --filter Screen
    private static async Task ShootAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SCREENS") is not { Length: > 0 } folder)
            return;
        foreach (var (width, colours) in new[] { (360, ColorScheme.Light), (768, ColorScheme.Light), (1280, ColorScheme.Light),
            (1280, ColorScheme.Dark) })
        {
            await page.SetViewportSizeAsync(width, 800);
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{width}-{colours}.png"), FullPage = true });
        }
    }
}
