using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Annotating;

/// <summary>The parts of an .xlsx that is being edited. Parts that are not edited are copied byte for byte.</summary>
internal sealed class EditedPackage(ZipArchive archive, Budget budget)
{
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Settings that preserve the line breaks within attribute values and texts.</summary>
    public static readonly XmlWriterSettings AsItWas =
        new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize };

    // All readers share one name table, because the parts use the same names; the budget is then charged once for each name.
    private readonly XmlReaderSettings strict = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
        NameTable = new MeteredNames(budget),
    };

    private readonly Dictionary<string, ZipArchiveEntry> entries = archive.Entries
        .Where(e => !e.FullName.EndsWith('/') && IsInside(e))
        .GroupBy(Package.PathOf, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);

    // The functions that write the changed and new parts, by path, in the order in which the parts were changed or added.
    private readonly OrderedDictionary<string, Action<Stream>> changed = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, XDocument> documents = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> documentNames = new(StringComparer.Ordinal);
    private readonly HashSet<string> removed = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> claimed = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> lastNumbers = new(StringComparer.OrdinalIgnoreCase);
    private int added;

    public Budget Budget => budget;

    /// <summary>Whether the original workbook has a part with this path.</summary>
    public bool Had(string path) => entries.ContainsKey(path);

    /// <summary>The unpacked size of an original part, as declared by the package.</summary>
    public long SizeOf(string path) => entries.TryGetValue(path, out var entry) ? entry.Length : 0;

    /// <summary>
    /// Whether the workbook, with this many more parts and the list of problems, stays within the limit on parts, so that the department
    /// can submit it again.
    /// </summary>
    public bool HasRoomFor(int parts) => entries.Count + added + parts < WorkbookLimits.Entries;

    /// <summary>
    /// Reserves a part, so that only one sheet changes it. Returns false when the part is already reserved, as in damaged workbooks in
    /// which two sheets refer to the same part.
    /// </summary>
    public bool Claim(string path) => claimed.Add(path);

    /// <summary>Opens a part of the original; reading more bytes than the budget allows throws.</summary>
    public Stream Open(string path)
    {
        budget.Step();
        return new MeteredStream(entries.TryGetValue(path, out var entry) ? entry.Open()
            : throw new InvalidDataException("A part of the workbook is missing."), budget);
    }

    public XmlReader OpenXml(string path) => XmlReader.Create(Open(path), strict);

    /// <summary>Reads a whole part as UTF-8 text, for parts that are not well-formed XML.</summary>
    public string ReadText(string path)
    {
        using var part = Open(path);
        using var content = new MemoryStream();
        MeteredCopy.Run(budget, part, content, budget.SpendDocumentCharacters);
        return Encoding.UTF8.GetString(content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    /// <summary>Loads a part for editing. Changes to the returned document are saved by <see cref="ToBytes"/>.</summary>
    public XDocument Edit(string path)
    {
        if (!documents.TryGetValue(path, out var document))
            Write(path, document = Load(path));
        return document;
    }

    public XDocument EditOrAdd(string path, Func<XElement> content)
    {
        if (documents.TryGetValue(path, out var open))
            return open;
        if (entries.ContainsKey(path))
            return Edit(path);
        var document = new XDocument(content());
        Write(path, document);
        return document;
    }

    public void Write(string path, XElement root) => Write(path, new XDocument(root));

    /// <summary>Adds a part whose elements are generated only while the package is written.</summary>
    public void Write(string path, XStreamingElement root) => WriteXml(path, root.Save);

    public void Write(string path, Action<Stream> write)
    {
        removed.Remove(path);
        if (!changed.ContainsKey(path) && !entries.ContainsKey(path))
            added++;
        changed[path] = write;
    }

    public void Remove(string path) => removed.Add(path);

    /// <summary>Returns an unused path with the lowest free number, such as xl/comments1.xml.</summary>
    public string FreePath(string start, string end)
    {
        for (var number = lastNumbers.GetValueOrDefault(start) + 1; ; number++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"{start}{number}{end}");
            if (entries.ContainsKey(path) || changed.ContainsKey(path))
                continue;
            lastNumbers[start] = number - 1;
            return path;
        }
    }

    public void Copy(Stream source, Stream target) => MeteredCopy.Run(budget, source, target, _ => { });

    /// <param name="last">Path of the part to write last, because writing the other parts still adds to it.</param>
    public byte[] ToBytes(string last)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            string[] paths = [.. entries.Keys, .. changed.Keys.Where(p => !entries.ContainsKey(p))];
            foreach (
                var path in paths.Where(p => !removed.Contains(p)).OrderBy(p => string.Equals(p, last, StringComparison.OrdinalIgnoreCase)))
                WriteEntry(zip, path);
        }

        return stream.ToArray();
    }

    private void WriteEntry(ZipArchive zip, string path)
    {
        budget.Look();
        var original = entries.GetValueOrDefault(path);
        var entry = zip.CreateEntry(NameOf(path), CompressionLevel.Optimal);
        entry.LastWriteTime = changed.ContainsKey(path) ? NoTime : original!.LastWriteTime;
        using var target = entry.Open();
        if (changed.TryGetValue(path, out var write))
        {
            write(target);
            return;
        }

        using var source = Open(path);
        Copy(source, target);
    }

    private void Write(string path, XDocument document)
    {
        documents[path] = document;
        WriteXml(path, document.Save);
    }

    private void WriteXml(string path, Action<XmlWriter> write) => Write(path, target =>
    {
        using var writer = XmlWriter.Create(target, AsItWas);
        write(writer);
    });

    private XDocument Load(string path)
    {
        using var reader = OpenXml(path);
        return new DocumentLoader(reader, documentNames, budget).Load();
    }

    // A program that unpacks the edited workbook must not write a file outside its folder, so parts with such names are left out.
    private static bool IsInside(ZipArchiveEntry entry) => Array.TrueForAll(
        [entry.FullName, Package.PathOf(entry)],
        path => !path.AsSpan().ContainsAny('\0', ':') && !path.Split('/', '\\').Contains("..", StringComparer.Ordinal));

    // A part keeps its name in the zip, which may be percent-encoded. A new .rels part gets its name from that of the part whose relations
    // it contains.
    private string NameOf(string path)
    {
        if (entries.TryGetValue(path, out var original))
            return original.FullName.Replace('\\', '/').TrimStart('/');
        var source = path.Replace("_rels/", "", StringComparison.Ordinal);
        return path.EndsWith(".rels", StringComparison.Ordinal) && entries.ContainsKey(source[..^".rels".Length])
            ? Package.RelationsPathOf(NameOf(source[..^".rels".Length]))
            : path;
    }
}
