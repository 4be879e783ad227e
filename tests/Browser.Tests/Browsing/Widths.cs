namespace KawasakiServerless.Browser.Tests.Browsing;

/// <summary>The window widths that pages are tested with, from a small telephone to a desktop screen.</summary>
internal static class Widths
{
    private const int Height = 800;

    private const string WhatIsTooWide = """
        () => {
          const root = document.documentElement;
          if (root.scrollWidth <= root.clientWidth) return '';
          const wide = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > root.clientWidth);
          const name = e => `<${e.localName} class="${e.getAttribute('class') ?? ''}"> ${e.textContent.trim().slice(0, 20)}`;
          return [`${root.scrollWidth} px in a window of ${root.clientWidth}:`, ...wide.slice(0, 8).map(name)].join('\n');
        }
        """;

    private static readonly int[] All = [320, 360, 768, 1280];

    /// <summary>Checks that the page does not scroll horizontally at any of the widths.</summary>
    /// <param name="visit">The visitor, who has opened the page.</param>
    public static async Task FitsEveryWidthAsync(this Visitor visit)
    {
        foreach (var width in All)
        {
            await visit.Page.SetViewportSizeAsync(width, Height);
            Assert.Equal("", await visit.Page.EvaluateAsync<string>(WhatIsTooWide));
        }
    }
}
