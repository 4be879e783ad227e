using System.Xml;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>Copies XML from a reader to a writer. Texts are copied in chunks, so that a long text is never in memory as a whole.</summary>
internal static class XmlCopy
{
    /// <summary>
    /// Copies the current element with its content. Afterwards the reader is at the element's end tag, or still at the element if it is
    /// empty.
    /// </summary>
    public static void Element(XmlReader reader, XmlWriter writer, Budget budget)
    {
        var (depth, isEmpty) = (reader.Depth, reader.IsEmptyElement);
        Node(reader, writer);
        if (isEmpty)
            return;
        do
        {
            if (!reader.Step(budget))
                return;
            Node(reader, writer);
        }
        while (reader.Depth > depth);
    }

    /// <summary>Copies the current node. For an element, only the start tag is copied.</summary>
    /// <param name="except">The attribute to omit; null to copy all attributes.</param>
    public static void Node(XmlReader reader, XmlWriter writer, string? except = null)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                Start(reader, writer, except);
                break;
            case XmlNodeType.EndElement:
                writer.WriteFullEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when reader.Depth > 0:
                Text(reader, writer);
                break;
            case XmlNodeType.Comment:
                writer.WriteComment(reader.Value);
                break;
            case XmlNodeType.ProcessingInstruction:
                writer.WriteProcessingInstruction(reader.Name, reader.Value);
                break;
        }
    }

    public static void Attributes(XmlReader reader, XmlWriter writer, string? except)
    {
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix.Length > 0 || reader.LocalName != except)
                writer.WriteAttributeString(reader.Prefix, reader.LocalName, reader.NamespaceURI, reader.Value);
        }

        reader.MoveToElement();
    }

    private static void Start(XmlReader reader, XmlWriter writer, string? except)
    {
        var isEmpty = reader.IsEmptyElement;
        writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
        Attributes(reader, writer, except);
        if (isEmpty)
            writer.WriteEndElement();
    }

    private static void Text(XmlReader reader, XmlWriter writer)
    {
        if (!reader.CanReadValueChunk)
        {
            writer.WriteString(reader.Value);
            return;
        }

        var buffer = new char[4096];
        for (int count, held = 0; (count = reader.ReadValueChunk(buffer, held, buffer.Length - held)) > 0;)
        {
            // Carries a trailing high surrogate over to the next chunk, because a surrogate pair must not be split between two writes.
            var whole = held + count;
            held = char.IsHighSurrogate(buffer[whole - 1]) ? 1 : 0;
            writer.WriteChars(buffer, 0, whole - held);
            if (held > 0)
                buffer[0] = buffer[whole - 1];
        }
    }
}
