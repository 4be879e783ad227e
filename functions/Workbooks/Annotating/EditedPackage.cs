using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace KawasakiServerless.Workbooks;

/// <summary>The parts of an .xlsx while some of them are changed; what is not keeps its bytes.</summary>
internal sealed class EditedPackage(ZipArchive archive, Budget budget)
{
    // Parts that are held as a whole; sheets are not among them.
    private const int LargestDocument = 16 * 1024 * 1024;

    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XmlReaderSettings Strict = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true };

    /// <summary>Line breaks within values come out as they went in.</summary>
    public static readonly XmlWriterSettings AsItWas = new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize };

    private readonly Dictionary<string, ZipArchiveEntry> entries = archive.Entries
        .Where(e => !e.FullName.EndsWith('/'))
        .GroupBy(e => Normal(e.FullName), StringComparer.OrdinalIgnoreCase)
        .ToDictionary(g => g.Key, g => g.First(), StringComparer.OrdinalIgnoreCase);

    // In the order in which they were added.
    private readonly OrderedDictionary<string, Action<Stream>> changed = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, XDocument> documents = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> removed = new(StringComparer.OrdinalIgnoreCase);

    public Budget Budget => budget;

    /// <summary>Whether there was such a part before anything was changed.</summary>
    public bool Had(string path) => entries.ContainsKey(path);

    /// <summary>The part as it was.</summary>
    public Stream Open(string path) =>
        entries.TryGetValue(path, out var entry) ? entry.Open() : throw new InvalidDataException("A part of the workbook is missing.");

    /// <summary>The part as it was, never more of it than a workbook may hold.</summary>
    public XmlReader OpenXml(string path) => XmlReader.Create(new MeteredStream(Open(path), budget), Strict);

    public byte[] ReadBytes(string path)
    {
        using var part = Open(path);
        using var content = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = part.Read(buffer)) > 0;)
        {
            if (content.Length + read > LargestDocument)
                throw new InvalidDataException("A part of the workbook is too large to be changed.");
            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    /// <summary>A part to be changed in place; it is written with everything else.</summary>
    public XDocument Edit(string path)
    {
        if (!documents.TryGetValue(path, out var document))
            Write(path, document = Load(ReadBytes(path)));
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

    public void Write(string path, Action<Stream> write)
    {
        removed.Remove(path);
        changed[path] = write;
    }

    public void Remove(string path) => removed.Add(path);

    /// <summary>A path that no part has: xl/comments{0}.xml with the first number that is free.</summary>
    public string FreePath(string pattern) => Enumerable.Range(1, int.MaxValue)
        .Select(n => string.Format(CultureInfo.InvariantCulture, pattern, n))
        .First(path => !entries.ContainsKey(path) && !changed.ContainsKey(path));

    /// <param name="last">The part that is complete only when all others have been written.</param>
    public byte[] ToBytes(string last)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            string[] paths = [.. entries.Keys, .. changed.Keys.Where(p => !entries.ContainsKey(p))];
            foreach (var path in paths.Where(p => !removed.Contains(p)).OrderBy(p => string.Equals(p, last, StringComparison.OrdinalIgnoreCase)))
                WriteEntry(zip, path);
        }

        return stream.ToArray();
    }

    private void WriteEntry(ZipArchive zip, string path)
    {
        var original = entries.GetValueOrDefault(path);
        var entry = zip.CreateEntry(original is null ? path : Normal(original.FullName), CompressionLevel.Optimal);
        entry.LastWriteTime = changed.ContainsKey(path) ? NoTime : original!.LastWriteTime;
        using var target = entry.Open();
        if (changed.TryGetValue(path, out var write))
            write(target);
        else
            Copy(original!, target);
    }

    private void Copy(ZipArchiveEntry entry, Stream target)
    {
        using var source = entry.Open();
        var buffer = new byte[81_920];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            budget.Step();
            budget.SpendBytes(read);
            target.Write(buffer, 0, read);
        }
    }

    private void Write(string path, XDocument document)
    {
        documents[path] = document;
        Write(path, target =>
        {
            using var writer = XmlWriter.Create(target, AsItWas);
            document.Save(writer);
        });
    }

    private XDocument Load(byte[] content)
    {
        // Not into the depths; XDocument would follow.
        using (var survey = XmlReader.Create(new MemoryStream(content), Strict))
        {
            while (survey.Step(budget))
            {
            }
        }

        using var reader = XmlReader.Create(new MemoryStream(content), Strict);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static string Normal(string path) => path.Replace('\\', '/').TrimStart('/');
}
