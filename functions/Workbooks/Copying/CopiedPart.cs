using System.Xml;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;
using XmlText = KawasakiServerless.Workbooks.Spreadsheets.XmlText;

namespace KawasakiServerless.Workbooks.Copying;

/// <summary>Copies selected elements of a part into the transitional namespace; attributes in other namespaces are dropped.</summary>
internal sealed class CopiedPart(XmlReader reader, XmlWriter writer, Budget budget)
{
    private readonly XmlText text = new(budget);

    public XmlReader Reader => reader;

    /// <summary>The text of the last copied element, if it has text.</summary>
    public ReadOnlySpan<char> Text => text.Read;

    /// <param name="take">Called for each element; must copy or skip it.</param>
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

    /// <summary>Copies the current element with its text; its children follow as separate elements.</summary>
    /// <param name="isWanted">Decides for each attribute by its name.</param>
    /// <param name="address">The value of the attribute r; null for none.</param>
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

    /// <summary>Skips the current element up to its end.</summary>
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

    // Escapes are copied unchanged. Leading and trailing spaces are part of a text.
    private void CopyText()
    {
        if (reader.LocalName == "t")
            writer.WriteAttributeString("xml", "space", null, "preserve");
        writer.WriteString(text.ReadElement(reader).ToString());
    }
}
