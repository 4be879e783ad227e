using System.Text;

namespace KawasakiServerless.Domain;

/// <summary>Readings (読み): how a name or a term is pronounced, written in kana.</summary>
public static class KanaReading
{
    private const string Small = "ぁぃぅぇぉっゃゅょゎ";

    /// <summary>
    /// Returns the key whose ordinal order is the order of a Japanese dictionary (五十音順): ガ, が and カ are sorted as か, ゃ as や, and ー is
    /// ignored.
    /// </summary>
    public static string DictionaryKey(string reading) =>
        string.Concat(reading.Normalize(NormalizationForm.FormD).Where(c => c is not ('\u3099' or '\u309A' or 'ー')).Select(Plain));

    private static char Plain(char kana)
    {
        var hiragana = kana is >= 'ァ' and <= 'ヶ' ? (char)(kana - 'ァ' + 'ぁ') : kana;
        return Small.Contains(hiragana, StringComparison.Ordinal) ? (char)(hiragana + 1) : hiragana;
    }
}
