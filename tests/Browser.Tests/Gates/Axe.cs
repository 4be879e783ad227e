using KawasakiServerless.Testing;
using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Gates;

/// <summary>axe-core in the page: WCAG 2.0 to 2.2, A and AA, and its best practices.</summary>
internal static class Axe
{
    // Without preload: only a rule for experiments reads style sheets by itself, which the page's own policy would stop.
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

    /// <summary>Of the rules that another colour scheme can break, once the page has been looked at in one.</summary>
    public static Task<IReadOnlyList<string>> ViolationsOfColoursAsync(IPage page) => ViolationsAsync(page, OfColours);

    private static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page, string[] only)
    {
        if (!await page.EvaluateAsync<bool>(IsHere))
            await page.EvaluateAsync(await Source.Value);
        return await page.EvaluateAsync<string[]>(Run, only);
    }
}
