using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Gates;

/// <summary>
/// Looks for harm that a report full of hostile input could do, and that the other gates (the checks of all pages) do not look for.
/// </summary>
[Collection(OneShown.Name)]
public sealed class HostileTests(Shown shown)
{
    private const string WhatCameToLife = """
        () => [
          ...(document.title.includes('broken') && !document.title.includes("'broken'") ? ['a script ran'] : []),
          ...[...document.querySelectorAll('img, iframe, style, script:not([src], [type="application/ld+json"]), [onerror], [onmouseover]')].map(e => e.outerHTML.slice(0, 80)),
          ...[...document.querySelectorAll('a')].filter(a => ![location.protocol, 'mailto:', 'tel:', 'https:'].includes(a.protocol)).map(a => a.href.slice(0, 80)),
        ]
        """;

    // A reported text that the browser interpreted as HTML would become an element, and its page would have a structure that no other page
    // has. So it is enough to open the few pages that together have every structure.
    [Fact]
    public Task NoHostileTextRunsAScriptOrIsInterpretedAsHtmlOnAnyPage() => shown.VisitAsync(shown.Hostile, async visit =>
    {
        var pages = shown.Hostile.Pages.Where(p => p.File.Path != "404.html");
        foreach (var page in Shown.IsFullMatrix ? pages : DomShape.Covering(pages))
        {
            await visit.OpenAsync(page.Path);
            Assert.Empty(await visit.Page.EvaluateAsync<string[]>(WhatCameToLife));
        }
    });

    [Fact]
    public Task ATextWithABidiControlIsIsolatedAndThePageStaysLeftToRight() => shown.VisitAsync(shown.Hostile, async visit =>
    {
        var page = shown.Hostile.Pages.Single(p => p.Path == "/initiatives/kenkofukushi-0006/");
        await visit.OpenAsync(page.Path);
        Assert.True(await visit.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).Locator("bdi").CountAsync() > 0);
        Assert.Equal("ltr", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('main')).direction"));
    });
}
