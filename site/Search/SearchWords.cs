using System.Text.RegularExpressions;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Search;

/// <summary>
/// The words of search/words.json. When a search finds nothing, the browser loads the file, compares a possibly mistyped word with these
/// words and suggests a similar one. Terms and names come first, then the other words, the most frequent first, up to 900 words in all.
/// </summary>
internal static partial class SearchWords
{
    private const int Most = 900, LongestName = 16, EntriesAtOnce = 1000;

    public static IReadOnlyList<string> Of(IReadOnlyCollection<SearchEntry> entries, SearchVocabulary vocabulary)
    {
        var names = entries.Where(e => e.Kind is SearchKind.Department or SearchKind.Viewpoint)
            .SelectMany(e => e.Names).Where(n => n.Length <= LongestName && Japanese().IsMatch(n))
            .Order(StringComparer.Ordinal);
        var frequent = ParallelWork.Each([.. entries.Chunk(EntriesAtOnce)], CountsIn).SelectMany(counts => counts)
            .AggregateBy(count => count.Key, 0, (sum, count) => sum + count.Value, StringComparer.Ordinal)
            .OrderByDescending(w => w.Value).ThenBy(w => w.Key, StringComparer.Ordinal).Select(w => w.Key);
        var explained = entries.Where(e => e.Kind == SearchKind.Term).Select(e => e.Title).Order(StringComparer.Ordinal);
        return [.. Terms(entries, vocabulary).Concat(names).Concat(explained).Concat(frequent).Distinct(StringComparer.Ordinal).Take(Most)];
    }

    // The number of entries in which each word occurs.
    private static List<KeyValuePair<string, int>> CountsIn(SearchEntry[] entries) =>
        [.. entries.SelectMany(e => WordsOf($"{e.Title} {e.Text}".Fold()).Distinct(StringComparer.Ordinal))
            .CountBy(word => word, StringComparer.Ordinal)];

    // The vocabulary's terms that occur in an entry. A suggested term without an entry would lead to another search without results.
    private static IEnumerable<string> Terms(IReadOnlyCollection<SearchEntry> entries, SearchVocabulary vocabulary) =>
        vocabulary.Terms.Select(t => t.Term).AsParallel().AsOrdered()
            .Where(term => entries.Any(e => Holds(e.Title, term) || Holds(e.Text, term))).AsSequential();

    private static bool Holds(string text, string term) => text.Contains(term, StringComparison.Ordinal);

    private static IEnumerable<string> WordsOf(string text) => Word().Matches(text).Select(m => m.Value);

    [GeneratedRegex("[ァ-ヺー]{3,16}|[一-鿏々]{2,8}|[A-Za-z]{2,16}", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex("^[^0-9A-Za-z]+$", RegexOptions.CultureInvariant)]
    private static partial Regex Japanese();
}
