using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Gates;

/// <summary>A walk through a page by Tab alone.</summary>
internal sealed class TabWalk
{
    // Each key press is seen before it moves the focus: then the stop before it is noted, with the page at rest.
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

    /// <summary>Numbers of elements in document order, as they were reached.</summary>
    public int[] Stops { get; init; } = [];

    /// <summary>What a person could press and the key never came to.</summary>
    public string[] Unreached { get; init; } = [];

    /// <summary>Stops at which nothing showed where one is.</summary>
    public string[] Unseen { get; init; } = [];

    /// <summary>Presses Tab as often as there are elements, so that a trap ends the walk.</summary>
    public static async Task<TabWalk> ThroughAsync(IPage page)
    {
        var count = await page.EvaluateAsync<int>(Begin);
        for (var presses = 0; presses < count; presses++)
            await page.Keyboard.PressAsync("Tab");
        return await page.EvaluateAsync<TabWalk>("endOfWalk()");
    }
}
