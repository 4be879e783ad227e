using System.Globalization;
using System.Xml.Linq;

namespace KawasakiServerless.Workbooks;

/// <summary>The relations of one part, to be read and changed.</summary>
internal sealed class PartRelations(EditedPackage package, string part)
{
    private static readonly XNamespace Namespace = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly string folder = part[..(part.LastIndexOf('/') + 1)];

    private string Path => $"{folder}_rels/{part[folder.Length..]}.rels";

    /// <summary>As they were, without those added since.</summary>
    public IReadOnlyList<Relation> Read()
    {
        if (!package.Had(Path))
            return [];
        using var reader = package.OpenXml(Path);
        return [.. Relation.ReadAll(reader, folder, package.Budget).Take(Limits.Entries)];
    }

    /// <returns>The id of the new relation.</returns>
    public string Add(string type, string target)
    {
        var root = package.EditOrAdd(Path, () => new(Namespace + "Relationships")).Root!;
        var taken = root.Elements().Select(e => (string?)e.Attribute("Id")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var id = Enumerable.Range(1, int.MaxValue).Select(n => string.Create(CultureInfo.InvariantCulture, $"rId{n}")).First(i => !taken.Contains(i));
        root.Add(new XElement(Namespace + "Relationship", Xml.Attribute("Id", id), Xml.Attribute("Type", type), Xml.Attribute("Target", $"/{target}")));
        return id;
    }

    public void Remove(Func<Relation, bool> which)
    {
        var ids = Read().Where(which).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        if (ids.Count > 0)
            package.Edit(Path).Root!.Elements().Where(e => ids.Contains((string?)e.Attribute("Id") ?? "")).Remove();
    }
}

/// <summary>What each part is ([Content_Types].xml).</summary>
internal sealed class ContentTypes(EditedPackage package)
{
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    private const string Macros = "application/vnd.ms-office.vbaProject";

    private static readonly XNamespace Namespace = "http://schemas.openxmlformats.org/package/2006/content-types";

    private XElement Root => package.EditOrAdd("[Content_Types].xml", () => new(
        Namespace + "Types",
        new XElement(Namespace + "Default", Xml.Attribute("Extension", "rels"), Xml.Attribute("ContentType", "application/vnd.openxmlformats-package.relationships+xml")),
        new XElement(Namespace + "Default", Xml.Attribute("Extension", "xml"), Xml.Attribute("ContentType", "application/xml")))).Root!;

    public void Add(string path, string type)
    {
        Forget(path);
        Root.Add(new XElement(Root.Name.Namespace + "Override", Xml.Attribute("PartName", $"/{path}"), Xml.Attribute("ContentType", type)));
    }

    public void AddExtension(string extension, string type)
    {
        if (!Root.Called("Default").Any(d => string.Equals((string?)d.Attribute("Extension"), extension, StringComparison.OrdinalIgnoreCase)))
            Root.AddFirst(new XElement(Root.Name.Namespace + "Default", Xml.Attribute("Extension", extension), Xml.Attribute("ContentType", type)));
    }

    public void Forget(string path) =>
        Root.Called("Override").Where(o => string.Equals(((string?)o.Attribute("PartName"))?.TrimStart('/'), path, StringComparison.OrdinalIgnoreCase)).Remove();

    public void ForgetMacros() => Root.Called("Default").Where(d => (string?)d.Attribute("ContentType") == Macros).Remove();
}
