using System.Text;
using System.Xml;

namespace KawasakiServerless.Workbooks;

/// <summary>Reads texts of a part without ever holding more of one than may be kept.</summary>
internal sealed class XmlText
{
    // One more than allowed, so that a text too long is known to be; times 7 since an escape takes _x000D_.
    private const int Kept = (Limits.TextLength + 1) * 7;

    private readonly StringBuilder text = new();
    private readonly char[] buffer = new char[4096];

    /// <summary>The texts (t) within a string item, without its phonetic guides (rPh). The reader stands on the item, and ends on its end.</summary>
    public string ReadItem(XmlReader reader)
    {
        text.Clear();
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
            return "";
        while (reader.Step() && reader.Depth > depth)
        {
            if (reader.IsAt("rPh"))
                SkipElement(reader);
            else if (reader.IsAt("t"))
                AppendElement(reader);
        }

        return text.ToString();
    }

    /// <summary>The text of the element the reader stands on; it ends on its end.</summary>
    public string ReadElement(XmlReader reader)
    {
        text.Clear();
        AppendElement(reader);
        return text.ToString();
    }

    private void AppendElement(XmlReader reader)
    {
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
            return;
        while (reader.Step() && reader.Depth > depth)
        {
            if (reader.CanReadValueChunk && reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                AppendValue(reader);
        }
    }

    private void AppendValue(XmlReader reader)
    {
        for (int count; (count = reader.ReadValueChunk(buffer, 0, buffer.Length)) > 0;)
            text.Append(buffer, 0, Math.Clamp(Kept - text.Length, 0, count));
    }

    // Skip() would move past the end, and the caller's Read over what follows.
    private static void SkipElement(XmlReader reader)
    {
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
            return;
        while (reader.Step() && reader.Depth > depth)
        {
        }
    }
}
