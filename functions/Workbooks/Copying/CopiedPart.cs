using System.Xml;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;
using XmlText = KawasakiServerless.Workbooks.Spreadsheets.XmlText;

namespace KawasakiServerless.Workbooks.Copying;

/// <summary>Copies those elements of a part that are wanted, in the usual namespace; attributes of other namespaces are left out.</summary>
internal sealed class CopiedPart(XmlReader reader, XmlWriter writer, Budget budget)
{
    private readonly XmlText text = new(budget);

    public XmlReader Reader => reader;

    /// <summary>The text of the element that was copied last, if it is one that holds a text.</summary>
    public ReadOnlySpan<char> Text => text.Read;

    /// <param name="take">Called at each element: copies it, or passes over it.</param>
    public void Run(Action take)
    {
        while (reader.Step(budget))
        {
            if (reader.NodeType == XmlNodeType.EndElement)
                writer.WriteEndElement();
            else if (reader.NodeType == XmlNodeType.Element)
                take();
        }
    }

    /// <summary>Copies the element the reader stands on, with its text; its children come next.</summary>
    /// <param name="isWanted">Of each attribute, by its name.</param>
    /// <param name="address">Written as its r; null for none.</param>
    public void Copy(Func<string, bool> isWanted, string? address = null)
    {
        var isEmpty = reader.IsEmptyElement;
        writer.WriteStartElement(reader.LocalName, Xml.Main.NamespaceName);
        if (address is not null)
            writer.WriteAttributeString("r", address);
        CopyAttributes(isWanted);
        if (reader.LocalName is "t" or "v")
            CopyText();
        if (isEmpty || reader.NodeType == XmlNodeType.EndElement)
            writer.WriteEndElement();
    }

    /// <summary>Passes over the element the reader stands on, to its end.</summary>
    public void Skip()
    {
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
            return;
        while (reader.Step(budget) && reader.Depth > depth)
        {
        }
    }

    private void CopyAttributes(Func<string, bool> isWanted)
    {
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI.Length == 0 && isWanted(reader.LocalName))
                writer.WriteAttributeString(reader.LocalName, reader.Value);
        }

        reader.MoveToElement();
    }

    // Escapes stay as they are written. Spaces at both ends are part of a text.
    private void CopyText()
    {
        if (reader.LocalName == "t")
            writer.WriteAttributeString("xml", "space", null, "preserve");
        writer.WriteString(text.ReadElement(reader).ToString());
    }
}
