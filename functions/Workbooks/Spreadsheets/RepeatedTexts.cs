namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>
/// Returns, in most cases, the same string object for equal short texts, to save memory: policy areas, divisions and units occur in
/// thousands of rows of a sheet.
/// </summary>
internal sealed class RepeatedTexts
{
    private const int Places = 1024, Longest = 64;

    // A hash table of fixed size with one text per slot. A new text replaces the one in its slot, so the table never grows.
    private readonly string?[] texts = new string?[Places];

    public string Of(ReadOnlySpan<char> text)
    {
        if (text.Length > Longest)
            return text.ToString();
        ref var known = ref texts[(uint)string.GetHashCode(text, StringComparison.Ordinal) % Places];
        return known is not null && text.SequenceEqual(known) ? known : known = text.ToString();
    }
}
