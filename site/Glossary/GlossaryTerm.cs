using System.Text;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Glossary;

/// <summary>A word that the report uses and a reader may not know (用語), explained in everyday Japanese.</summary>
/// <param name="Code">Its anchor on the glossary's page.</param>
/// <param name="Reading">In kana, by which the terms are sorted.</param>
/// <param name="Also">Other ways it is written.</param>
public sealed record GlossaryTerm(string Code, string Term, string Reading, string English, EquatableList<string> Also, string Meaning)
{
    private const string Rows = "あかさたなはまやらわ";

    public string Href => $"{Links.Glossary.Href}#{Code}";

    /// <summary>あ, か, さ …: the row of the kana table in which its reading begins.</summary>
    public char Row => Rows.Last(first => first <= SortKey[0]);

    // Katakana and voiced kana sort with their plain hiragana: がつ and カツ stand among か.
    internal string SortKey => SortKeyOf(Reading);

    /// <summary>Whether a reading can be sorted: it begins with kana.</summary>
    internal static bool IsReading(string reading) => SortKeyOf(reading) is [>= 'あ' and <= 'ん', ..];

    private static string SortKeyOf(string reading) => string.Concat(reading.Normalize(NormalizationForm.FormD)
        .Where(c => c is not ('\u3099' or '\u309A'))
        .Select(c => c is >= 'ァ' and <= 'ヶ' ? (char)(c - 'ァ' + 'ぁ') : c));
}
