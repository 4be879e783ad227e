using System.Globalization;

namespace KawasakiServerless.Site.Publications;

/// <summary>Where two texts part and meet again. What both have in common is shortened to its nearest words.</summary>
/// <param name="Start">What both begin with.</param>
/// <param name="End">What both end with.</param>
internal sealed record TextDifference(string Start, string Before, string After, string End)
{
    private const int Context = 24;

    public static TextDifference Of(string before, string after)
    {
        var (old, now) = (Elements(before), Elements(after));
        var start = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        var most = Math.Min(old.Count, now.Count) - start;
        var end = Enumerable.Range(1, most).TakeWhile(i => old[^i] == now[^i]).Count();
        return new(
            Joined(old[..start].TakeLast(Context), start > Context ? "…" : ""),
            string.Concat(old[start..^end]),
            string.Concat(now[start..^end]),
            string.Concat(old[^end..].Take(Context)) + (end > Context ? "…" : ""));
    }

    private static string Joined(IEnumerable<string> elements, string before) => before + string.Concat(elements);

    // What a reader takes for one character is never divided.
    private static List<string> Elements(string text)
    {
        var elements = new List<string>(text.Length);
        for (var i = 0; i < text.Length; i += elements[^1].Length)
            elements.Add(StringInfo.GetNextTextElement(text, i));
        return elements;
    }
}
