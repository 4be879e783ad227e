using Microsoft.Playwright;

namespace KawasakiServerless.Browser.Tests.Staff;

/// <summary>A person without a mouse, who uses Tab, Enter, the arrow keys and letters.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int MostStops = 400;

    private const string Focused = "() => { const e = document.activeElement; return [e.tagName, e.name ?? '', e.textContent ?? '']; }";

    private const string Holds = "() => document.activeElement.value";

    /// <summary>Presses Tab until a link or button whose text begins with these words has the focus, then presses Enter.</summary>
    public async Task FollowAsync(string words)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var (tag, _, text) = await FocusAsync();
            if (tag is not ("A" or "BUTTON") || !text.Trim().StartsWith(words, StringComparison.Ordinal))
                continue;
            await page.Keyboard.PressAsync("Enter");
            return;
        }

        Assert.Fail($"Tab does not lead to {words}.");
    }

    /// <summary>Fills in the form in which cells are corrected, and sends it.</summary>
    /// <param name="values">The values to enter, by the key of the cell.</param>
    public async Task FillInAsync(IReadOnlyDictionary<string, string> values)
    {
        HashSet<string> filled = [];
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            var (tag, name, _) = await FocusAsync();
            if (tag == "BUTTON")
                break;
            if (name.StartsWith("v-", StringComparison.Ordinal) && values.TryGetValue(name[2..], out var value) && filled.Add(name[2..]))
                await EnterAsync(tag, value);
        }

        Assert.Equal(values.Keys.Order(), filled.Order());
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/checks/*");
    }

    private Task EnterAsync(string tag, string value) => tag == "SELECT" ? ChooseAsync(value) : TypeAsync(value);

    private async Task TypeAsync(string value)
    {
        await page.Keyboard.PressAsync("Control+A");
        await page.Keyboard.InsertTextAsync(value);
    }

    private async Task ChooseAsync(string value)
    {
        await page.Keyboard.PressAsync("Home");
        for (var option = 0; option < MostStops && await page.EvaluateAsync<string>(Holds) != value; option++)
            await page.Keyboard.PressAsync("ArrowDown");
    }

    private async Task<(string Tag, string Name, string Text)> FocusAsync() =>
        await page.EvaluateAsync<string[]>(Focused) is [var tag, var name, var text] ? (tag, name, text) : ("", "", "");
}
