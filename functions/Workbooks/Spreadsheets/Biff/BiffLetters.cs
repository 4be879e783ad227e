using System.Runtime.InteropServices;
using System.Text;

namespace KawasakiServerless.Workbooks;

/// <summary>What a font of an .xls says of letters beyond their size and colour.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LetterLook(bool IsStruck, bool IsRaised, bool IsLowered)
{
    private const int StruckOut = 0x08, Raised = 1, Lowered = 2, ReadLength = 10;

    public bool IsPlain => this == default;

    /// <summary>Of a FONT record ([MS-XLS] 2.4.122).</summary>
    public static LetterLook Read(BiffReader reader)
    {
        if (reader.Left < ReadLength)
            return default;
        reader.Skip(2);
        var flags = reader.UInt16();
        reader.Skip(4);
        var shift = reader.UInt16();
        return new((flags & StruckOut) != 0, shift == Raised, shift == Lowered);
    }
}

/// <summary>Where letters of another look begin within a text.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LetterRun(int At, LetterLook Look);

/// <summary>Reads a text of letters of several looks as <see cref="XmlText.ReadItem"/> reads those of an .xlsx.</summary>
internal static class BiffLetters
{
    /// <param name="text">As the file holds it.</param>
    /// <param name="runs">In the order of their places.</param>
    /// <param name="look">Of the cell, and of the letters before the first run.</param>
    public static Cell Read(string text, IEnumerable<LetterRun> runs, LetterLook look)
    {
        var (left, at, hasStruck) = (new StringBuilder(text.Length), 0, false);
        foreach (var run in runs.Append(new(text.Length, default)))
        {
            var end = Math.Clamp(run.At, at, text.Length);
            hasStruck |= look.IsStruck && end > at;
            Append(left, text.AsSpan(at, end - at), look);
            (at, look) = (end, run.Look);
        }

        return Cell.OfText(Escapes.Plain(left.ToString()), hasStruck);
    }

    private static void Append(StringBuilder left, ReadOnlySpan<char> letters, LetterLook look)
    {
        if (look.IsStruck)
            return;
        foreach (var letter in letters)
            left.Append(look.IsRaised || look.IsLowered ? XmlText.Shifted(letter, look.IsRaised) : letter);
    }
}
