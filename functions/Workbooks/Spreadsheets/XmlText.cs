using System.Runtime.InteropServices;
using System.Xml;

namespace KawasakiServerless.Workbooks;

/// <summary>Reads texts of a part without ever holding more of one than may be kept.</summary>
internal sealed class XmlText(Budget budget)
{
    // One more than allowed, so that a text too long is known to be; times 7 since an escape takes _x000D_.
    private const int Kept = (Limits.TextLength + 1) * 7;

    private const int Chunk = 4096;

    private char[] text = new char[2 * Chunk];
    private int length;

    /// <summary>What was read last, until the next is.</summary>
    public ReadOnlySpan<char> Read => text.AsSpan(0, length);

    public void Clear() => length = 0;

    /// <summary>Whether letters of the item that was read last are struck out; they were left out.</summary>
    public bool HasStruck { get; private set; }

    /// <summary>Whether the item that was read last has letters of several looks.</summary>
    public bool HasRuns { get; private set; }

    /// <summary>
    /// The texts (t) within a string item, without its phonetic guides (rPh) and what is struck out. Raised and lowered digits are written
    /// ² and ₂, since beside others they are no digits. The reader stands on the item, and ends on its end.
    /// </summary>
    public ReadOnlySpan<char> ReadItem(XmlReader reader)
    {
        Clear();
        (HasStruck, HasRuns) = (false, false);
        var run = default(Run);
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
            return Read;
        while (reader.Step(budget) && reader.Depth > depth)
        {
            if (reader.IsAt("rPh"))
                SkipElement(reader);
            else if (reader.IsAt("r"))
                (run, HasRuns) = (default, true);
            else if (reader.IsAt("strike"))
                run = run with { IsStruck = CellStyles.IsOn(reader) };
            else if (reader.IsAt("vertAlign"))
                run = run with { Shift = reader.GetAttribute("val") };
            else if (reader.IsAt("t"))
                AppendRun(reader, run);
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

    private void AppendRun(XmlReader reader, Run run)
    {
        var start = length;
        AppendElement(reader);
        if (run.IsStruck && length > start)
            (length, HasStruck) = (start, true);
        for (var at = start; run.Shift is "superscript" or "subscript" && at < length; at++)
            text[at] = Shifted(text[at], run.Shift == "superscript");
    }

    internal static char Shifted(char c, bool isRaised) => c is >= '0' and <= '9' ? (isRaised ? "⁰¹²³⁴⁵⁶⁷⁸⁹" : "₀₁₂₃₄₅₆₇₈₉")[c - '0'] : c;

    private void AppendElement(XmlReader reader)
    {
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
            return;
        while (reader.Step(budget) && reader.Depth > depth)
        {
            if (reader.CanReadValueChunk && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
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

    /// <param name="Shift">superscript or subscript; null for neither.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Run(bool IsStruck, string? Shift);
}
