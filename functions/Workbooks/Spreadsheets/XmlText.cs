using System.Runtime.InteropServices;
using System.Xml;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>Reads texts of a part without ever holding more of one than may be kept.</summary>
internal sealed class XmlText(Budget budget)
{
    // One more than allowed, so that a text too long is known to be; times 7 since an escape takes _x000D_.
    private const int Kept = (WorkbookLimits.TextLength + 1) * 7;

    private const int Chunk = 4096;

    private readonly List<Range> ownLooks = [];
    private char[] text = new char[2 * Chunk];
    private int length;

    /// <summary>What was read last, until the next is.</summary>
    public ReadOnlySpan<char> Read => text.AsSpan(0, length);

    public void Clear()
    {
        (length, HasStruck) = (0, false);
        ownLooks.Clear();
    }

    /// <summary>Whether letters of the item that was read last are struck out; they were left out.</summary>
    public bool HasStruck { get; private set; }

    /// <summary>
    /// What the item that was read last is in a cell whose own letters are struck out: those with a font of their own are not.
    /// </summary>
    public SheetCell InStruckCell()
    {
        if (ownLooks.Count == 0)
            return SheetCell.OfStruck();
        var own = string.Concat(ownLooks.Select(r => new string(text[r])));
        return SheetCell.OfText(Escapes.Clean(own), HasStruck || own.Length < length);
    }

    /// <summary>
    /// The texts (t) within a string item, without its phonetic guides (rPh) and what is struck out. Raised and lowered digits are written
    /// ² and ₂, since beside others they are no digits. The reader stands on the item, and ends on its end.
    /// </summary>
    public ReadOnlySpan<char> ReadItem(XmlReader reader)
    {
        Clear();
        var run = default(Run);
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
            return Read;
        while (reader.Step(budget) && reader.Depth > depth)
        {
            if (reader.IsAt("rPh"))
                SkipElement(reader);
            else if (reader.IsAt("t"))
                AppendRun(reader, run);
            else
                run = LookOf(reader, run);
        }

        return Read;
    }

    /// <summary>The text of the element the reader stands on; it ends on its end.</summary>
    public ReadOnlySpan<char> ReadElement(XmlReader reader)
    {
        Clear();
        AppendElement(reader);
        return Read;
    }

    private static Run LookOf(XmlReader reader, Run run) => reader switch
    {
        _ when reader.IsAt("r") => default,
        _ when reader.IsAt("rPr") => run with { HasOwnLook = true },
        _ when reader.IsAt("strike") => run with { Look = run.Look with { IsStruck = CellStyles.IsOn(reader) } },
        _ when reader.IsAt("vertAlign") => run with { Look = run.Look with { Shift = ShiftOf(reader.GetAttribute("val")) } },
        _ => run,
    };

    private static LetterShift ShiftOf(string? value) =>
        value switch { "superscript" => LetterShift.Raised, "subscript" => LetterShift.Lowered, _ => LetterShift.None };

    private void AppendRun(XmlReader reader, Run run)
    {
        var start = length;
        AppendElement(reader);
        if (run.Look.IsStruck && length > start)
            (length, HasStruck) = (start, true);
        run.Look.ShiftDigits(text.AsSpan(start, length - start));
        if (run.HasOwnLook && length > start)
            ownLooks.Add(start..length);
    }

    private void AppendElement(XmlReader reader)
    {
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
            return;
        while (reader.Step(budget) && reader.Depth > depth)
        {
            if (reader.CanReadValueChunk && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace
                or XmlNodeType.Whitespace)
                AppendValue(reader);
        }
    }

    private void AppendValue(XmlReader reader)
    {
        for (int count; (count = reader.ReadValueChunk(text, length, text.Length - length)) > 0;)
        {
            budget.Step();
            length = Math.Min(length + count, Kept);
            if (text.Length - length < Chunk)
                Array.Resize(ref text, Math.Min(text.Length * 2, Kept + Chunk));
        }
    }

    // Skip() would move past the end, and the caller's Read over what follows.
    private void SkipElement(XmlReader reader)
    {
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
            return;
        while (reader.Step(budget) && reader.Depth > depth)
        {
        }
    }

    /// <param name="HasOwnLook">Whether it has a font of its own, and not the cell's.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Run(bool HasOwnLook, LetterLook Look);
}
