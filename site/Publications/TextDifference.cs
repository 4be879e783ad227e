using System.Globalization;

namespace KawasakiServerless.Site.Publications;

/// <summary>
/// The difference between two texts: a common beginning, the differing parts and a common end. Long common parts are shortened to the words
/// nearest to the difference.
/// </summary>
/// <param name="Start">The common beginning.</param>
/// <param name="End">The common end.</param>
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

    // Splits into grapheme clusters, so that no visible character is divided.
    private static List<string> Elements(string text)
    {
        var elements = new List<string>(text.Length);
        for (var i = 0; i < text.Length; i += elements[^1].Length)
            elements.Add(StringInfo.GetNextTextElement(text, i));
        return elements;
    }
}
