namespace KawasakiServerless.Browser.Tests.Browsing;

/// <summary>Windows from a small telephone to a desk.</summary>
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

    /// <summary>No horizontal scrolling at any width.</summary>
    /// <param name="visit">With the page open.</param>
    /// <param name="picture">The name under which a telephone's and a desk's view are left beside the test's assembly; null for none.</param>
    public static async Task FitsEveryWidthAsync(this Visitor visit, string? picture = null)
    {
        foreach (var width in All)
        {
            await visit.Page.SetViewportSizeAsync(width, Height);
            Assert.Equal("", await visit.Page.EvaluateAsync<string>(WhatIsTooWide));
            if (picture is not null && width is (360 or 1280))
                await visit.Page.ScreenshotAsync(new() { Path = PictureOf(picture, width), FullPage = true });
        }
    }

    private static string PictureOf(string name, int width) => Path.Combine(AppContext.BaseDirectory, "Screenshots", $"{name}-{width}.png");
}
