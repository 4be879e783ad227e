using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Gates;

/// <summary>
/// Finds what goes wrong on a page in a window that is 320 px wide, the width at which WCAG 1.4.10 requires pages to work.
/// </summary>
internal static class Reflow
{
    public const int Width = 320;

    /// <summary>The style rules for the text spacing that WCAG 1.4.12 lets a reader set.</summary>
    public const string Spacing = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; } "
        + "p { margin-block-end: 2em !important; }";

    // Wide tables may scroll within their own box (class scroll), which WCAG allows. Nothing else may scroll sideways or be cut off.
    private const string WhatIsWrong = """
        () => {
          const root = document.documentElement;
          const name = e => `<${e.localName} class="${e.getAttribute('class') ?? ''}"> ${e.textContent.trim().slice(0, 20)}`;
          const hidden = new Map();
          const hides = e => {
            if (e && !hidden.has(e)) hidden.set(e, getComputedStyle(e).clipPath !== 'none' || hides(e.parentElement));
            return e && hidden.get(e);
          };
          const rangeOf = e => { const r = document.createRange(); r.selectNodeContents(e); return r; };
          const found = [];
          if (root.scrollWidth > root.clientWidth) {
            found.push(`scrolls to ${root.scrollWidth} px`);
            found.push(...[...document.querySelectorAll('body *')].filter(e => !e.closest('.scroll') && !hides(e) && e.getBoundingClientRect().right > root.clientWidth + 1).slice(0, 5).map(e => `too wide: ${name(e)}`));
          }
          for (const block of document.querySelectorAll('p, li, dd, dt, h1, h2, h3, h4, td, th, summary, caption, .brand-name')) {
            const size = parseFloat(getComputedStyle(block).fontSize);
            const box = rangeOf(block).getBoundingClientRect();
            // Three lines and more of less than four characters.
            if (box.width >= 4 * size || box.height <= 4 * size) continue;
            if (!block.checkVisibility({ visibilityProperty: true }) || block.closest('.scroll, svg') || hides(block)) continue;
            if ((block.innerText?.trim() ?? '').length > 8) found.push(`squeezed to ${Math.round(box.width)} px: ${name(block)}`);
          }
          for (const e of document.querySelectorAll('body *')) {
            const s = getComputedStyle(e);
            if (!/hidden|clip/.test(s.overflowX + s.overflowY) || e.closest('svg, .scroll') || hides(e) || !e.checkVisibility()) continue;
            if (e.scrollWidth > e.clientWidth + 2 || e.scrollHeight > e.clientHeight + 2) found.push(`cut off: ${name(e)}`);
          }
          return found.slice(0, 12);
        }
        """;

    public static Task<string[]> FaultsAsync(IPage page) => page.EvaluateAsync<string[]>(WhatIsWrong);
}
