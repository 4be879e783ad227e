using System.Xml.Linq;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>The content types of the parts of a workbook ([Content_Types].xml).</summary>
internal sealed class ContentTypes
{
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private const string Macros = "application/vnd.ms-office.vbaProject";

    // Ten times what a workbook of at most 1,000 parts needs. Removing the content type of a part scans all elements, so this limit bounds
    // the cost.
    private const int MostTypes = 10_000;

    private static readonly XNamespace Namespace = "http://schemas.openxmlformats.org/package/2006/content-types";

    private readonly XElement root;
    private readonly HashSet<string> named;

    public ContentTypes(EditedPackage package)
    {
        root = package.EditOrAdd("[Content_Types].xml", Usual).Root!;
        if (root.Elements().Count() > MostTypes)
            throw new InvalidDataException("The workbook declares content types for too many parts.");
        named = root.Called("Override").Select(PartOf).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public void Add(string path, string type)
    {
        Forget(path);
        named.Add(path);
        var name = $"/{Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal)}";
        root.Add(new XElement(root.Name.Namespace + "Override", Xml.Attribute("PartName", name), Xml.Attribute("ContentType", type)));
    }

    public void AddExtension(string extension, string type)
    {
        if (!root.Called("Default").Any(
            d => string.Equals((string?)d.Attribute("Extension"), extension, StringComparison.OrdinalIgnoreCase)))
            root.AddFirst(
                new XElement(root.Name.Namespace + "Default", Xml.Attribute("Extension", extension), Xml.Attribute("ContentType", type)));
    }

    public void Forget(string path)
    {
        if (named.Remove(path))
            root.RemoveAll(e => e.Name.LocalName == "Override" && string.Equals(PartOf(e), path, StringComparison.OrdinalIgnoreCase));
    }

    public void ForgetMacros() => root.RemoveAll(e => e.Name.LocalName == "Default" && (string?)e.Attribute("ContentType") == Macros);

    private static XElement Usual() => new(
        Namespace + "Types",
        new XElement(Namespace + "Default", Xml.Attribute("Extension", "rels"),
            Xml.Attribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
        new XElement(Namespace + "Default", Xml.Attribute("Extension", "xml"), Xml.Attribute("ContentType", "application/xml")));

    // The path by which relations refer to the part; the name in the file may be percent-encoded.
    private static string PartOf(XElement type) => Uri.UnescapeDataString(((string?)type.Attribute("PartName"))?.TrimStart('/') ?? "");
}
