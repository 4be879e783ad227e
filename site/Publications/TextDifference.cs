using System.Globalization;

namespace KawasakiServerless.Site.Publications;

/// <summary>
/// The difference between two texts: their common beginning, the parts that differ, and their common end. Of the common beginning and end,
/// only the 24 characters nearest to the difference are stored.
/// </summary>
/// <param name="Start">The common beginning, shortened if it is long.</param>
/// <param name="End">The common end, shortened if it is long.</param>
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

    // Splits a text into grapheme clusters, so that the comparison does not divide a visible character.
    private static List<string> Elements(string text)
    {
        var elements = new List<string>(text.Length);
        for (var i = 0; i < text.Length; i += elements[^1].Length)
            elements.Add(StringInfo.GetNextTextElement(text, i));
        return elements;
    }
}
