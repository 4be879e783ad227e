using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Search;

/// <summary>
/// A word in the alphabetical index (ことばの索引): a term with the pages whose titles contain it, or a department or ward with its page.
/// </summary>
/// <param name="Pages">At most 8 of the pages, to which the index links.</param>
/// <param name="Others">The number of further pages.</param>
internal sealed record IndexedWord(string Name, string Reading, IReadOnlyList<SearchEntry> Pages, int Others);

/// <summary>A row of the kana table (行) with the words whose readings begin with one of its kana: か行 contains か to ご.</summary>
internal sealed record WordRow(string Name, string Anchor, IReadOnlyList<IndexedWord> Words)
{
    private const int MostPages = 8;

    private static readonly (string Name, string Anchor, string Kana)[] Rows =
    [
        ("あ", "a", "あいうえお"), ("か", "ka", "かきくけこ"), ("さ", "sa", "さしすせそ"), ("た", "ta", "たちつてと"), ("な", "na", "なにぬねの"),
        ("は", "ha", "はひふへほ"), ("ま", "ma", "まみむめも"), ("や", "ya", "やゆよ"), ("ら", "ra", "らりるれろ"), ("わ", "wa", "わをん"),
    ];

    public static IReadOnlyList<WordRow> AllOf(ReportView view)
    {
        var words = Terms(view).Concat(Places(view)).Select(w => (Key: KanaReading.DictionaryKey(w.Reading), Word: w))
            .OrderBy(w => w.Key, StringComparer.Ordinal).ThenBy(w => w.Word.Name, StringComparer.Ordinal).ToList();
        // A department whose reading has no kana, in a register that was stored before readings were checked, is in no row.
        var byKana = words.ToLookup(w => w.Key.FirstOrDefault(), w => w.Word);
        return
        [
            .. Rows.Select(r => new WordRow(r.Name, r.Anchor, [.. r.Kana.SelectMany(kana => byKana[kana])])).Where(r => r.Words.Count > 0),
        ];
    }

    private static IEnumerable<IndexedWord> Terms(ReportView view)
    {
        var titled = SearchEntries.Of(view).Where(e => e.Kind != SearchKind.Direction).OrderBy(e => e.Kind)
            .Select(e => (Title: SearchText.Fold(e.Title), Entry: e)).ToList();
        return view.Site.Content.Vocabulary.Terms.Select(t => WordOf(t, titled)).Where(w => w.Pages.Count > 0);
    }

    private static IndexedWord WordOf(SearchTerm term, List<(string Title, SearchEntry Entry)> titled)
    {
        var word = SearchText.Fold(term.Term);
        var pages = titled.Where(t => t.Title.Contains(word, StringComparison.Ordinal)).Select(t => t.Entry).ToList();
        return new(term.Term, term.Reading, [.. pages.Take(MostPages)], Math.Max(0, pages.Count - MostPages));
    }

    private static IEnumerable<IndexedWord> Places(ReportView view) =>
    [
        .. view.Departments.Select(d => new IndexedWord(d.Name, d.Kana, [PlaceEntries.Of(d, view)], 0)),
        .. view.Wards.Select(w => new IndexedWord(view.Links.ToWard(w).Text, w.WardKana ?? "", [PlaceEntries.OfWard(w, view)], 0)),
    ];
}
