using KawasakiServerless.Testing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Gates;

/// <summary>
/// Runs the accessibility checker axe-core in the page, with its rules for WCAG 2.0 to 2.2, levels A and AA, and best practices.
/// </summary>
internal static class Axe
{
    // Preloading is off, because it makes axe request the style sheets itself, which the page's Content-Security-Policy blocks. Only an
    // experimental rule, which is not run here, needs it.
    private const string Run = """
        async only => {
          const result = await axe.run(document, {
            runOnly: only,
            resultTypes: ['violations'],
            preload: false,
          });
          return result.violations.flatMap(v => v.nodes.slice(0, 5).map(n => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary.split('\n').slice(1).join('; ').trim()}`));
        }
        """;

    private static readonly string[] All = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

    private static readonly string[] OfColours = ["color-contrast", "link-in-text-block"];

    private const string IsHere = "() => typeof axe === 'object'";

    private static readonly Lazy<Task<string>> Source = new(
        async () => await File.ReadAllTextAsync(await NodePackages.FileAsync("axe-core/axe.min.js")));

    public static Task<IReadOnlyList<string>> ViolationsAsync(IPage page) => ViolationsAsync(page, All);

    /// <summary>
    /// Checks only the rules about colours. This is enough for a second colour scheme, after all rules were checked in the first one.
    /// </summary>
    public static Task<IReadOnlyList<string>> ViolationsOfColoursAsync(IPage page) => ViolationsAsync(page, OfColours);

    private static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page, string[] only)
    {
        if (!await page.EvaluateAsync<bool>(IsHere))
            await page.EvaluateAsync(await Source.Value);
        return await page.EvaluateAsync<string[]>(Run, only);
    }
}
