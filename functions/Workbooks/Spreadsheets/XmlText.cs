using System.Runtime.InteropServices;
using System.Xml;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>Reads texts of a part, and buffers no more of a text than the limit allows.</summary>
internal sealed class XmlText(Budget budget)
{
    // One character more than allowed, so that a text that is too long is detected; times 7, the length of an escape (_x000D_).
    private const int Kept = (WorkbookLimits.TextLength + 1) * 7;

    private const int Chunk = 4096;

    private readonly List<Range> ownLooks = [];
    private char[] text = new char[2 * Chunk];
    private int length;

    /// <summary>The text that was read last; valid until the next read.</summary>
    public ReadOnlySpan<char> Read => text.AsSpan(0, length);

    public void Clear()
    {
        (length, HasStruck) = (0, false);
        ownLooks.Clear();
    }

    /// <summary>Whether struck-out characters were removed from the item that was read last.</summary>
    public bool HasStruck { get; private set; }

    /// <summary>The cell for the last item if the cell's font is struck out: only runs with their own font stay visible.</summary>
    public SheetCell InStruckCell()
    {
        if (ownLooks.Count == 0)
            return SheetCell.OfStruck();
        var own = string.Concat(ownLooks.Select(r => new string(text[r])));
        return SheetCell.OfText(Escapes.Clean(own), HasStruck || own.Length < length);
    }

    /// <summary>
    /// Reads the texts (t) of a string item, without phonetic guides (rPh) and struck-out runs. Superscript and subscript digits become ²
    /// and ₂, because they must not be read as digits of an adjacent number. The reader is positioned on the item, and afterwards on its
    /// end element.
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

    /// <summary>Reads the text of the current element; afterwards the reader is on its end element.</summary>
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

    // Skip() would move past the end element, and the caller's next Read would miss the node after it.
    private void SkipElement(XmlReader reader)
    {
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
            return;
        while (reader.Step(budget) && reader.Depth > depth)
        {
        }
    }

    /// <param name="HasOwnLook">Whether the run has its own font instead of the cell's.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Run(bool HasOwnLook, LetterLook Look);
}
