namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>
/// Gives out one object for a text that cells of a sheet repeat: policy areas, divisions and units stand in thousands of rows.
/// </summary>
internal sealed class RepeatedTexts
{
    private const int Places = 1024, Longest = 64;

    // One text to a place, so that a workbook of other texts only finds none.
    private readonly string?[] texts = new string?[Places];

    public string Of(ReadOnlySpan<char> text)
    {
        if (text.Length > Longest)
            return text.ToString();
        ref var known = ref texts[(uint)string.GetHashCode(text, StringComparison.Ordinal) % Places];
        return known is not null && text.SequenceEqual(known) ? known : known = text.ToString();
    }
}
