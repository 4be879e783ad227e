using System.Text;

namespace KawasakiServerless.Workbooks.Spreadsheets.Biff;

/// <summary>
/// A text of an .xls with its fonts. Each font applies from the character at its index; the characters before the first index have the font
/// of the cell.
/// </summary>
internal sealed record BiffRuns(string Text, IReadOnlyList<(int Start, int Font)> Fonts)
{
    public SheetCell InUsualCell(BiffFonts fonts) => CellOf(fonts, default);

    public SheetCell InStruckCell(BiffFonts fonts) => CellOf(fonts, new(true, LetterShift.None));

    private SheetCell CellOf(BiffFonts fonts, LetterLook ofCell)
    {
        if (Fonts.Count == 0)
            return ofCell.IsStruck ? Struck(Text) : SheetCell.OfText(Escapes.Plain(Text));
        var (shown, isWhole, at, look) = (new StringBuilder(Text.Length), true, 0, ofCell);
        foreach (var (start, font) in Fonts)
        {
            // Limits the index to the valid range. An index that is out of order or past the end would otherwise repeat characters or throw
            // an exception.
            var end = Math.Clamp(start, at, Text.Length);
            isWhole &= Append(shown, at..end, look);
            (at, look) = (end, fonts.Of(font));
        }

        isWhole &= Append(shown, at..Text.Length, look);
        return SheetCell.OfText(Escapes.Plain(shown.ToString()), !isWhole);
    }

    private static SheetCell Struck(string text) => SheetCell.OfText(text).IsBlank ? default : SheetCell.OfStruck();

    private bool Append(StringBuilder shown, Range letters, LetterLook look)
    {
        if (look.IsStruck)
            return letters.Start.Value == letters.End.Value;
        var run = Text[letters].ToCharArray();
        look.ShiftDigits(run);
        shown.Append(run);
        return true;
    }
}
