using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Glossary;

/// <summary>A term of the report that readers may not know (用語), explained in everyday Japanese.</summary>
/// <param name="Code">The anchor of the term on the glossary page.</param>
/// <param name="Reading">The reading in kana, by which the terms are sorted.</param>
/// <param name="Also">Other spellings and synonyms of the term that the report may contain.</param>
public sealed record GlossaryTerm(string Code, string Term, string Reading, string English, EquatableList<string> Also, string Meaning)
{
    private const string Rows = "あかさたなはまやらわ";

    public string Href => $"{Links.Glossary.Href}#{Code}";

    /// <summary>The row of the kana table to which the first character of the reading belongs: あ, か, さ ….</summary>
    public char Row => Rows.Last(first => first <= SortKey[0]);

    /// <summary>The key by which the terms are sorted.</summary>
    internal string SortKey => KanaReading.DictionaryKey(Reading);

    /// <summary>
    /// Whether a reading begins with kana, so that the glossary can list the term under a row of the kana table such as あ行.
    /// </summary>
    internal static bool IsReading(string reading) => KanaReading.DictionaryKey(reading) is [>= 'あ' and <= 'ん', ..];
}
