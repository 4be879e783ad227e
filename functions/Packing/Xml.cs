using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace KawasakiServerless.Packing;

/// <summary>The XML a workbook is made of.</summary>
internal static class Xml
{
    public static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public static readonly XNamespace Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    // Line breaks within texts are to stay as they are on every platform.
    private static readonly XmlWriterSettings Plain = new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None, Indent = false };

    public static XElement Element(string name, params object?[] content) => new(Main + name, content);

    public static XAttribute Attribute(string name, object value) => new(name, value);

    public static byte[] ToBytes(XElement root) => ToBytes(new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), root).Save);

    /// <summary>Written while it is made, for sheets too large to stand in memory as elements.</summary>
    public static byte[] ToBytes(XStreamingElement root) => ToBytes(writer =>
    {
        writer.WriteStartDocument(standalone: true);
        root.WriteTo(writer);
    });

    private static byte[] ToBytes(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Plain))
            write(writer);
        return stream.ToArray();
    }
}
