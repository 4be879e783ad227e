using System.Globalization;
using System.Xml.Linq;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>Reads and edits the relations of one part to other parts (its .rels file).</summary>
internal sealed class PartRelations(EditedPackage package, string part)
{
    private static readonly XNamespace Namespace = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly string folder = part[..(part.LastIndexOf('/') + 1)];

    private IReadOnlyList<Relation>? read;

    private string Path => $"{folder}_rels/{part[folder.Length..]}.rels";

    /// <summary>The relations in the original workbook, without those that <see cref="Add"/> has added.</summary>
    public IReadOnlyList<Relation> Read() => read ??= ReadAll();

    /// <returns>The id of the new relation.</returns>
    public string Add(string type, string target)
    {
        var root = package.EditOrAdd(Path, () => new(Namespace + "Relationships")).Root!;
        var taken = root.Elements().Select(e => (string?)e.Attribute("Id")).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var id = Enumerable.Range(1, int.MaxValue).Select(n => string.Create(CultureInfo.InvariantCulture, $"rId{n}"))
            .First(i => !taken.Contains(i));
        root.Add(new XElement(Namespace
            + "Relationship", Xml.Attribute("Id", id), Xml.Attribute("Type", type), Xml.Attribute("Target", From(folder, target))));
        return id;
    }

    // Writes the target as a relative path, because the library exceljs, with which some programs open workbooks, finds comments only under
    // a relative path such as ../comments1.xml.
    private static string From(string folder, string target)
    {
        var (from, to) = (folder.Split('/')[..^1], target.Split('/'));
        var common = from.Zip(to[..^1]).TakeWhile(p => p.First == p.Second).Count();
        return string.Concat(Enumerable.Repeat("../", from.Length - common)) + string.Join('/', to[common..]);
    }

    public void Remove(Func<Relation, bool> which)
    {
        var ids = Read().Where(which).Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        if (ids.Count > 0)
            package.Edit(Path).Root!.RemoveAll(e => ids.Contains((string?)e.Attribute("Id") ?? ""));
    }

    private List<Relation> ReadAll()
    {
        if (!package.Had(Path))
            return [];
        using var reader = package.OpenXml(Path);
        List<Relation> relations = [];
        foreach (var relation in Relation.ReadAll(reader, folder, package.Budget).Take(WorkbookLimits.Entries))
        {
            package.Budget.SpendDocumentCharacters(relation.Id.Length + relation.Type.Length + relation.Target.Length);
            relations.Add(relation);
        }

        return relations;
    }
}
