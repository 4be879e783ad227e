using KawasakiServerless.Site;
using Microsoft.AspNetCore.Components;

namespace KawasakiServerless.Browser.Tests.Gates;

/// <summary>
/// All components of the site that render a page. They are found in the assembly by their names, which end in Page, so a new component
/// needs no line here. TermsOnPage is excluded, because it renders only a part of a page.
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
