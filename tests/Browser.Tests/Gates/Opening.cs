using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Gates;

internal static class Opening
{
    /// <summary>Opens every 出典, menu and group, as a reader may.</summary>
    public static Task OpenDisclosuresAsync(this IPage page) =>
        page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
}
