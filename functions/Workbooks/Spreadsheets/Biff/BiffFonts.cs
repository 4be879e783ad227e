namespace KawasakiServerless.Workbooks.Spreadsheets.Biff;

/// <summary>
/// The fonts of an .xls in the order of their records, reduced to what changes the meaning of a text: struck out, raised or lowered.
/// </summary>
internal sealed class BiffFonts(BiffReader reader)
{
    private const int Struck = 0x08, MissingNumber = 4;

    private readonly List<LetterLook> fonts = [];

    public void Read()
    {
        reader.Skip(2);
        var flags = reader.UInt16();
        reader.Skip(4);
        fonts.Add(new((flags & Struck) != 0,
            reader.UInt16() switch { 1 => LetterShift.Raised, 2 => LetterShift.Lowered, _ => LetterShift.None }));
    }

    /// <param name="number">The index that a cell or a text gives for its font; no font has the index 4 ([MS-XLS] 2.5.129).</param>
    public LetterLook Of(int number)
    {
        var index = number < MissingNumber ? number : number - 1;
        return index < fonts.Count ? fonts[index] : default;
    }
}
