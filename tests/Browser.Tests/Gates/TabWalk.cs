using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Gates;

/// <summary>A walk through the controls of a page with the Tab key alone.</summary>
internal sealed class TabWalk
{
    // At each key press, before the key moves the focus, the script notes the element that has the focus. By then the page has scrolled to
    // that element.
    private const string Begin = """
        () => {
          const pressable = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
          const isThere = e => e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && !e.disabled;
          const name = e => `<${e.localName}> ${e.textContent.trim().slice(0, 20)}`;
          const isSeen = e => {
            const [s, box] = [getComputedStyle(e), e.getBoundingClientRect()];
            const isMarked = s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 || s.boxShadow !== 'none';
            return isMarked && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
          };
          const elements = [...document.querySelectorAll(pressable)].filter(isThere);
          const [numbers, stops, unseen] = [new Map(elements.map((e, n) => [e, n])), [], []];
          const note = () => {
            const e = document.activeElement;
            if (!numbers.has(e)) return;
            stops.push(numbers.get(e));
            if (!isSeen(e)) unseen.push(name(e));
          };
          addEventListener('keydown', note, true);
          window.endOfWalk = () => {
            note();
            const reached = new Set(stops);
            return { stops, unseen, unreached: elements.filter((_, n) => !reached.has(n)).map(e => `${name(e)} ${e.getAttribute('href') ?? ''}`) };
          };
          return elements.length;
        }
        """;

    /// <summary>
    /// The numbers of the elements that had the focus, in the order in which Tab reached them. Elements are numbered in document order.
    /// </summary>
    public int[] Stops { get; init; } = [];

    /// <summary>The controls that a person could press but that Tab never reached.</summary>
    public string[] Unreached { get; init; } = [];

    /// <summary>The elements that had the focus but were not visibly marked, or were not in the visible part of the page.</summary>
    public string[] Unseen { get; init; } = [];

    /// <summary>Presses Tab once for each control of the page, so that the walk ends even if an element never gives up the focus.</summary>
    public static async Task<TabWalk> ThroughAsync(IPage page)
    {
        var count = await page.EvaluateAsync<int>(Begin);
        for (var presses = 0; presses < count; presses++)
            await page.Keyboard.PressAsync("Tab");
        return await page.EvaluateAsync<TabWalk>("endOfWalk()");
    }
}
