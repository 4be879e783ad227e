using KawasakiServerless.Site;
using Microsoft.AspNetCore.Components;

namespace KawasakiServerless.Browser.Tests.Gates;

/// <summary>
/// Every component of the site that draws a page, found in its assembly by its name: a new one needs no line here. TermsOnPage is a part of
/// pages.
/// </summary>
internal static class PageTypes
{
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(SiteRenderer).Assembly.GetTypes()
            .Where(t => typeof(IComponent).IsAssignableFrom(t) && t.Name.EndsWith("Page", StringComparison.Ordinal)
                && !t.Name.EndsWith("OnPage", StringComparison.Ordinal))
            .Select(t => t.Name)
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> All => [.. Names];
}
