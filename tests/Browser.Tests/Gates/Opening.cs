using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Gates;

internal static class Opening
{
    /// <summary>Opens all disclosures (details elements) of the page, as a reader can: sources (出典), menus and groups.</summary>
    public static Task OpenDisclosuresAsync(this IPage page) =>
        page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
}
