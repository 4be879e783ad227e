using System.Xml;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;
using XmlText = KawasakiServerless.Workbooks.Spreadsheets.XmlText;

namespace KawasakiServerless.Workbooks.Copying;

/// <summary>
/// Copies selected elements of an XML part. All copied elements get the transitional namespace, which is the usual one of the two
/// namespaces that the Office Open XML standard defines. Attributes that have a namespace are dropped.
/// </summary>
internal sealed class CopiedPart(XmlReader reader, XmlWriter writer, Budget budget)
{
    private readonly XmlText text = new(budget);

    public XmlReader Reader => reader;

    /// <summary>The text of the &lt;t&gt; or &lt;v&gt; element that was copied last; empty if that element has no text.</summary>
    public ReadOnlySpan<char> Text => text.Read;

    /// <param name="take">Called at the start tag of each element; must call a method that copies or skips the element.</param>
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

    /// <summary>
    /// Copies the current element with its attributes and, for &lt;t&gt; and &lt;v&gt;, its text. Its child elements are not copied; the
    /// reader reaches them next.
    /// </summary>
    /// <param name="isWanted">Receives the name of each attribute; returns whether to copy it.</param>
    /// <param name="address">The value to write as attribute r; null to omit the attribute.</param>
    public void Copy(Func<string, bool> isWanted, string? address = null) =>
        CopyChanged((name, value) => isWanted(name) ? value : null, address);

    /// <summary>
    /// Copies the current element like <see cref="Copy"/>, but can change the values of attributes.
    /// </summary>
    /// <param name="valueOf">Receives the name and the value of each attribute; returns the value to write, or null to omit the
    /// attribute.</param>
    /// <param name="address">The value to write as attribute r; null to omit the attribute.</param>
    public void CopyChanged(Func<string, string, string?> valueOf, string? address = null)
    {
        var isEmpty = reader.IsEmptyElement;
        Start(valueOf, address);
        if (reader.LocalName is "t" or "v")
            CopyText();
        if (isEmpty || reader.NodeType == XmlNodeType.EndElement)
            writer.WriteEndElement();
    }

    /// <summary>Copies the current element with its attributes, but without its text and its child elements.</summary>
    /// <param name="isWanted">Receives the name of each attribute; returns whether to copy it.</param>
    /// <param name="address">The value to write as attribute r.</param>
    public void CopyEmpty(Func<string, bool> isWanted, string address)
    {
        Start((name, value) => isWanted(name) ? value : null, address);
        writer.WriteEndElement();
        Skip();
    }

    /// <summary>Copies the current cell with its style, but with the given text as its content.</summary>
    public void CopyAsText(string text, string address)
    {
        Start((name, value) => name == "s" ? value : null, address);
        writer.WriteAttributeString("t", "inlineStr");
        writer.WriteStartElement("is", Xml.Main.NamespaceName);
        writer.WriteElementString("t", Xml.Main.NamespaceName, text);
        writer.WriteEndElement();
        writer.WriteEndElement();
        Skip();
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

    private void Start(Func<string, string, string?> valueOf, string? address)
    {
        writer.WriteStartElement(reader.LocalName, Xml.Main.NamespaceName);
        if (address is not null)
            writer.WriteAttributeString("r", address);
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI.Length == 0 && valueOf(reader.LocalName, reader.Value) is { } value)
                writer.WriteAttributeString(reader.LocalName, value);
        }

        reader.MoveToElement();
    }

    // Copies the text without decoding escapes such as _x000D_. The attribute xml:space preserves leading and trailing spaces.
    private void CopyText()
    {
        if (reader.LocalName == "t")
            writer.WriteAttributeString("xml", "space", null, "preserve");
        writer.WriteString(text.ReadElement(reader).ToString());
    }
}
