using System.Runtime.CompilerServices;
using System.Text.Json;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Glossary;

/// <summary>A word that the report uses and a reader may not know (用語), explained in everyday Japanese.</summary>
/// <param name="Code">Its anchor on the glossary's page.</param>
/// <param name="Reading">In kana, by which the terms are sorted.</param>
/// <param name="Also">Other ways it is written.</param>
public sealed record GlossaryTerm(string Code, string Term, string Reading, string English, EquatableList<string> Also, string Meaning)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new EquatableListConverterFactory() } };

    // A text stands on many pages.
    private static readonly ConditionalWeakTable<string, IReadOnlyList<GlossaryTerm>> Found = [];

    /// <summary>Every term, in the order of the kana.</summary>
    public static IReadOnlyList<GlossaryTerm> All { get; } = [.. Read().OrderBy(t => t.SortKey, StringComparer.Ordinal)];

    // The terms that hold another term.
    private static Dictionary<string, List<string>> Longer { get; } = AllWritten.Distinct().ToDictionary(
        written => written, written => AllWritten.Where(other => other.Length > written.Length && other.Contains(written, StringComparison.Ordinal)).ToList());

    private static IEnumerable<string> AllWritten => All.SelectMany(t => t.Also.Append(t.Term));

    public string Href => $"{Links.Glossary.Href}#{Code}";

    /// <summary>あ, か, さ …: the row of the kana table in which its reading begins.</summary>
    public char Row => "あかさたなはまやらわ".Last(first => first <= FirstKana);

    // Katakana and voiced kana sort with their plain hiragana: がつ and カツ stand among か.
    private char FirstKana => SortKey[0];

    private string SortKey => string.Concat(Reading.Normalize(System.Text.NormalizationForm.FormD)
        .Where(c => c is not ('\u3099' or '\u309A'))
        .Select(c => c is >= 'ァ' and <= 'ヶ' ? (char)(c - 'ァ' + 'ぁ') : c));

    /// <summary>The terms that occur in any of the texts, each once, in the order in which they are first met. A term within a longer one that stands there is not told twice.</summary>
    public static IReadOnlyList<GlossaryTerm> In(IEnumerable<string> texts) =>
        [.. texts.SelectMany(text => Found.GetValue(text, InOne)).Distinct()];

    private static IReadOnlyList<GlossaryTerm> InOne(string text) =>
    [
        .. All.Select(term => (Term: term, At: term.FirstIn(text))).Where(found => found.At >= 0)
            .OrderBy(found => found.At).ThenByDescending(found => found.Term.Term.Length).Select(found => found.Term),
    ];

    private int FirstIn(string text) =>
        Also.Append(Term).Select(written => FreeIndexOf(text, written)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();

    // 逆紹介率 is no place to explain 紹介率.
    private static int FreeIndexOf(string text, string written)
    {
        var longer = Longer[written];
        for (var at = text.IndexOf(written, StringComparison.Ordinal); at >= 0; at = text.IndexOf(written, at + 1, StringComparison.Ordinal))
        {
            if (!longer.Exists(other => Covers(text, other, at)))
                return at;
        }

        return -1;
    }

    private static bool Covers(string text, string longer, int at)
    {
        var from = Math.Max(0, at - longer.Length + 1);
        var length = Math.Min(text.Length - from, (2 * longer.Length) - 1);
        return text.IndexOf(longer, from, length, StringComparison.Ordinal) is >= 0 and var found && found <= at;
    }

    private static List<GlossaryTerm> Read()
    {
        using var stream = typeof(GlossaryTerm).Assembly.GetManifestResourceStream("Glossary.json")!;
        return JsonSerializer.Deserialize<List<GlossaryTerm>>(stream, Json)!;
    }
}
