using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Gates;

/// <summary>A walk through a page by Tab alone.</summary>
/// <param name="Stops">Numbers of elements in document order, as they were reached.</param>
/// <param name="Unreached">What a person could press and the key never came to.</param>
/// <param name="Unseen">Stops at which nothing showed where one is.</param>
internal sealed record TabWalk(IReadOnlyList<int> Stops, IReadOnlyList<string> Unreached, IReadOnlyList<string> Unseen)
{
    private const string Number = """
        () => {
          const pressable = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
          const isThere = e => e.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) && !e.disabled;
          window.gate = [...document.querySelectorAll(pressable)].filter(isThere);
          return window.gate.length;
        }
        """;

    private const string Here = """
        () => {
          const e = document.activeElement;
          const s = getComputedStyle(e);
          const box = e.getBoundingClientRect();
          const isSeen = (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2 || s.boxShadow !== 'none') && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
          return [String(window.gate.indexOf(e)), isSeen ? '' : `<${e.localName}> ${e.textContent.trim().slice(0, 20)}`];
        }
        """;

    private const string Name = "n => { const e = window.gate[n]; return `<${e.localName}> ${e.textContent.trim().slice(0, 20)} ${e.getAttribute('href') ?? ''}`; }";

    /// <summary>Presses Tab until it leaves the page; as often as there are elements and once more at most, so that a trap ends the walk.</summary>
    public static async Task<TabWalk> ThroughAsync(IPage page)
    {
        var count = await page.EvaluateAsync<int>(Number);
        List<int> stops = [];
        List<string> unseen = [];
        for (var presses = 0; presses <= count; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            var here = await page.EvaluateAsync<string[]>(Here);
            var stop = int.Parse(here[0], System.Globalization.CultureInfo.InvariantCulture);
            if (stop < 0)
                break;
            stops.Add(stop);
            if (here[1].Length > 0)
                unseen.Add(here[1]);
        }

        var names = Enumerable.Range(0, count).Except(stops).Select(n => page.EvaluateAsync<string>(Name, n));
        return new(stops, await Task.WhenAll(names), unseen);
    }
}
