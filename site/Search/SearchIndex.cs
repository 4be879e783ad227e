using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using KawasakiServerless.Domain;
using KawasakiServerless.Site.Figures;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Search;

/// <summary>
/// Writes the index files that the search scripts load. search/index.json describes how the tokens (see SearchTokens) and the entries are
/// distributed over files; search/t….json contain tokens with the numbers of the entries in which they occur; search/d….json contain the
/// displayed texts of the entries; search/words.json contains the words to suggest when nothing is found. See
/// docs/decisions/0008-search-index.md.
/// </summary>
internal static class SearchIndex
{
    /// <summary>
    /// The maximum sizes of a file with tokens (t….json) and of a file with entries (d….json), in uncompressed bytes. Compression at least
    /// halves these sizes.
    /// </summary>
    public const int TokenLimit = 2560, DocumentLimit = 3072;

    private const string Folder = "search", ContentType = "application/json; charset=utf-8";

    private static readonly JsonSerializerOptions Json =
        new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>Writes each file only when the caller asks for it, so that not all files are in memory at the same time.</summary>
    public static IEnumerable<SiteFile> Files(ReportView view) =>
        Files([.. SearchEntries.Of(view)], view.Site.Content.Vocabulary, view.Report.Register.Contact?.Publisher);

    /// <param name="entries">The entries to index.</param>
    /// <param name="vocabulary">The known terms, question words and particles, by which the scripts split queries into words.</param>
    /// <param name="municipality">The name of the municipality. The search ignores it in questions, because everything on the site is about
    /// the municipality.</param>
    public static IEnumerable<SiteFile> Files(
        IReadOnlyCollection<SearchEntry> entries, SearchVocabulary vocabulary, string? municipality = null)
    {
        var documents = SearchDocument.AllOf([.. entries.SelectMany(e => e.Parts())]);
        var documentTree = ShardTree<SearchDocument>.Of(documents, DocumentLimit);
        var tokenTree = ShardTree<SearchToken>.Of(SearchToken.AllOf([.. documents.Select(d => (d.Id, d.Entry))]), TokenLimit);
        return new[]
            {
                File("index", SearchManifest.Of(documentTree, tokenTree, vocabulary, municipality)),
                File("words", SearchWords.Of(entries, vocabulary)),
            }
            .Concat(tokenTree.Shards.Select(s => File($"t{s.Bits}", s.Items.ToDictionary(i => i.Token, i => i.Postings))))
            .Concat(documentTree.Shards.Select(s => File($"d{s.Bits}", s.Items.ToDictionary(i => Svg.Number(i.Id), i => Written(i.Entry)))));
    }

    private static object[] Written(SearchEntry entry)
    {
        object[] shown = [(int)entry.Kind, entry.Href, entry.Title, entry.Context, entry.Text];
        if (entry.Figures is { } figures)
            return [.. shown, string.Join('\n', entry.Names), figures.Written];
        return entry.Names.Count > 0 ? [.. shown, string.Join('\n', entry.Names)] : shown;
    }

    private static SiteFile File<T>(string name, T content) =>
        new($"{Folder}/{name}.json", ContentType, CacheRules.Short, JsonSerializer.SerializeToUtf8Bytes(content, Json));
}
