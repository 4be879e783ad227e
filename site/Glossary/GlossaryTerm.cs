using System.Text;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Glossary;

/// <summary>A term of the report that readers may not know (用語), explained in everyday Japanese.</summary>
/// <param name="Code">The anchor of the term on the glossary page.</param>
/// <param name="Reading">The reading in kana, by which the terms are sorted.</param>
/// <param name="Also">Alternative spellings.</param>
public sealed record GlossaryTerm(string Code, string Term, string Reading, string English, EquatableList<string> Also, string Meaning)
{
    private const string Rows = "あかさたなはまやらわ";

    public string Href => $"{Links.Glossary.Href}#{Code}";

    /// <summary>あ, か, さ …: the row of the kana table to which the reading's first character belongs.</summary>
    public char Row => Rows.Last(first => first <= SortKey[0]);

    // Katakana and voiced kana sort as plain hiragana: がつ and カツ sort under か.
    internal string SortKey => SortKeyOf(Reading);

    /// <summary>Whether a reading begins with kana, so that it can be sorted.</summary>
    internal static bool IsReading(string reading) => SortKeyOf(reading) is [>= 'あ' and <= 'ん', ..];

    private static string SortKeyOf(string reading) => string.Concat(reading.Normalize(NormalizationForm.FormD)
        .Where(c => c is not ('\u3099' or '\u309A'))
        .Select(c => c is >= 'ァ' and <= 'ヶ' ? (char)(c - 'ァ' + 'ぁ') : c));
}
