using System.Runtime.InteropServices;
using System.Xml;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>Reads texts from an XML part. At most <see cref="Kept"/> characters of a text are buffered.</summary>
internal sealed class XmlText(Budget budget)
{
    // One character more than allowed, so that a text that is too long is detected, times 7, because an escape for one character (_x000D_)
    // has seven.
    private const int Kept = (WorkbookLimits.TextLength + 1) * 7;

    private const int Chunk = 4096;

    private readonly List<Range> ownLooks = [];
    private char[] text = new char[2 * Chunk];
    private int length;

    /// <summary>The text that was read last; valid only until the next text is read.</summary>
    public ReadOnlySpan<char> Read => text.AsSpan(0, length);

    public void Clear()
    {
        (length, HasStruck) = (0, false);
        ownLooks.Clear();
    }

    /// <summary>Whether struck-out characters were removed from the text that <see cref="ReadItem"/> read last.</summary>
    public bool HasStruck { get; private set; }

    /// <summary>
    /// Returns what remains of the text that was read last if the font of its cell is struck out: only the runs (pieces of text with one
    /// format) that have a font of their own that is not struck out, because struck-out characters count as deleted.
    /// </summary>
    public SheetCell InStruckCell()
    {
        if (ownLooks.Count == 0)
            return SheetCell.OfStruck();
        var own = string.Concat(ownLooks.Select(r => new string(text[r])));
        return SheetCell.OfText(Escapes.Clean(own), HasStruck || own.Length < length);
    }

    /// <summary>
    /// Reads the texts (&lt;t&gt;) of a string item (&lt;si&gt; or &lt;is&gt;) without phonetic guides (&lt;rPh&gt;) and without struck-out
    /// runs. Digits in superscript and subscript become characters such as ² and ₂, so that they are not read as digits of the number
    /// beside them. The reader must be at the item's start tag, and is afterwards at its end tag.
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

    /// <summary>Reads the text of the current element. Afterwards the reader is at the element's end tag.</summary>
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

    // Does not use XmlReader.Skip, which moves past the end tag; the caller's next Read would then miss the node after it.
    private void SkipElement(XmlReader reader)
    {
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
            return;
        while (reader.Step(budget) && reader.Depth > depth)
        {
        }
    }

    /// <param name="HasOwnLook">Whether the run has a font of its own instead of that of the cell.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Run(bool HasOwnLook, LetterLook Look);
}
