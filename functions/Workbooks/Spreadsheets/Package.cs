using System.IO.Compression;
using System.Xml;
using KawasakiServerless.Workbooks.Budgets;

namespace KawasakiServerless.Workbooks.Spreadsheets;

/// <summary>The parts of an .xlsx. A part is unpacked while it is read, and the unpacked bytes are charged to the budget.</summary>
internal sealed class Package(ZipArchive archive, Budget budget)
{
    private readonly ILookup<string, ZipArchiveEntry> entries = archive.Entries
        .Where(e => !e.FullName.EndsWith('/'))
        .ToLookup(PathOf, StringComparer.OrdinalIgnoreCase);

    // All readers share one name table, because the parts use mostly the same names; the budget is then charged once for each name.
    private readonly XmlReaderSettings strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
        NameTable = new MeteredNames(budget),
    };

    public Budget Budget => budget;

    /// <summary>The path by which relations refer to the part. In the zip it may be escaped or written with backslashes.</summary>
    public static string PathOf(ZipArchiveEntry entry) => Uri.UnescapeDataString(entry.FullName).Replace('\\', '/').TrimStart('/');

    /// <summary>Whether the package contains a Visual Basic project or Excel 4.0 macro sheets.</summary>
    public bool HasMacros => entries.Select(e => e.Key).Any(path =>
        path.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
            || path.Contains("macrosheets/", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether two parts have the same path. Excel might then read one of them and another program the other.</summary>
    public bool IsAmbiguous => entries.Any(e => e.Skip(1).Any());

    /// <summary>Returns null when there is no part with this path.</summary>
    public XmlReader? TryOpen(string path) =>
        entries[path].FirstOrDefault() is { } entry ? XmlReader.Create(new MeteredStream(entry.Open(), budget), strict) : null;

    public XmlReader Open(string path) => TryOpen(path) ?? throw new InvalidDataException("A part of the workbook is missing.");

    public bool Has(string path) => entries.Contains(path);

    /// <summary>Returns the path of the .rels part that lists the relations of a part.</summary>
    public static string RelationsPathOf(string path)
    {
        var name = path.LastIndexOf('/') + 1;
        return $"{path[..name]}_rels/{path[name..]}.rels";
    }

    /// <summary>
    /// Returns the relations of a part or, for an empty path, of the package itself. Relations to targets outside the package, such as
    /// hyperlinks, are left out.
    /// </summary>
    public IReadOnlyList<Relation> RelationsOf(string path)
    {
        var folder = path[..(path.LastIndexOf('/') + 1)];
        using var reader = TryOpen(RelationsPathOf(path));
        return reader is null ? [] : [.. Relation.ReadAll(reader, folder, budget).Take(WorkbookLimits.Entries)];
    }
}

/// <param name="Type">The last segment of the URI of the relation's type, such as worksheet or styles.</param>
/// <param name="Target">Path of the part to which the relation refers, without a leading slash.</param>
internal sealed record Relation(string Id, string Type, string Target)
{
    public static IEnumerable<Relation> ReadAll(XmlReader reader, string folder, Budget budget)
    {
        while (reader.Step(budget))
        {
            if (!reader.IsAt("Relationship") || reader.GetAttribute("TargetMode") == "External")
                continue;
            var relation = new Relation(reader.GetAttribute("Id")
                ?? "", LastWord(reader.GetAttribute("Type")), Resolve(folder, reader.GetAttribute("Target") ?? ""));
            budget.SpendCharacters(relation.Id.Length + relation.Type.Length + relation.Target.Length);
            yield return relation;
        }
    }

    private static string LastWord(string? type) => type is null ? "" : type[(type.LastIndexOf('/') + 1)..];

    private static string Resolve(string folder, string target)
    {
        var path = Uri.UnescapeDataString(target).Replace('\\', '/');
        List<string> steps = [];
        foreach (var step in (path.StartsWith('/') ? path : folder + path).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step != ".." && step != ".")
                steps.Add(step);
            else if (step == ".." && steps.Count > 0)
                steps.RemoveAt(steps.Count - 1);
        }

        return string.Join('/', steps);
    }
}
