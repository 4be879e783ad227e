using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace KawasakiServerless.Packing;

/// <summary>Creates and writes the XML of .xlsx files.</summary>
internal static class Xml
{
    public static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // Line breaks within texts are written unchanged on every platform.
    private static readonly XmlWriterSettings Plain = new(
        )
    { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None, Indent = false };

    public static XElement Element(string name, params object?[] content) => new(Main + name, content);

    public static XAttribute Attribute(string name, object value) => new(name, value);

    public static void Write(Stream part, XElement root) => Write(part, root.WriteTo);

    /// <summary>Writes XML while it is generated, for files inside the .xlsx file that are too large to hold in memory.</summary>
    public static void Write(Stream part, Action<XmlWriter> write)
    {
        using var writer = XmlWriter.Create(part, Plain);
        writer.WriteStartDocument(standalone: true);
        write(writer);
    }
}
