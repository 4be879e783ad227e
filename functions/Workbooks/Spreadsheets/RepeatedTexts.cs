namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>
/// Returns the same string object for texts that cells of a sheet repeat: policy areas, divisions and units occur in thousands of rows.
/// </summary>
internal sealed class RepeatedTexts
{
    private const int Places = 1024, Longest = 64;

    // A fixed table with one text per hash slot: a workbook without repeated texts causes only misses and no growth.
    private readonly string?[] texts = new string?[Places];

    public string Of(ReadOnlySpan<char> text)
    {
        if (text.Length > Longest)
            return text.ToString();
        ref var known = ref texts[(uint)string.GetHashCode(text, StringComparison.Ordinal) % Places];
        return known is not null && text.SequenceEqual(known) ? known : known = text.ToString();
    }
}
