using System.IO.Compression;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>
/// Copies the parts of a workbook (the files in its zip archive). Parts that were passed to Change are rewritten tag by tag, and those
/// passed to Remove are left out. All other parts keep their content. The names and the order of the copied parts stay the same.
/// </summary>
internal sealed class EditedParts(ZipArchive archive, Budget budget)
{
    private readonly Dictionary<string, Action<MarkupReader, TextWriter>> changed = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> removed = new(StringComparer.OrdinalIgnoreCase);

    public void Change(string path, Action<MarkupReader, TextWriter> copy) => changed[path] = copy;

    public void Remove(string path) => removed.Add(path);

    public byte[] ToBytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in archive.Entries.Where(e => !removed.Contains(Package.PathOf(e))))
                Copy(entry, zip);
        }

        return stream.ToArray();
    }

    private void Copy(ZipArchiveEntry entry, ZipArchive zip)
    {
        budget.Look();
        var copy = zip.CreateEntry(entry.FullName, CompressionLevel.Optimal);
        copy.LastWriteTime = entry.LastWriteTime;
        if (entry.FullName.EndsWith('/'))
            return;
        using var target = copy.Open();
        if (changed.TryGetValue(Package.PathOf(entry), out var change))
            Rewrite(entry, target, change);
        else
            CopyBytes(entry, target);
    }

    private void Rewrite(ZipArchiveEntry entry, Stream target, Action<MarkupReader, TextWriter> change)
    {
        using var head = Open(entry);
        var text = PartText.Of(head);
        using var source = text.Read(Open(entry));
        using var writer = text.Write(target);
        var markup = new MarkupReader(source, budget);
        change(markup, writer);
    }

    private void CopyBytes(ZipArchiveEntry entry, Stream target)
    {
        using var source = Open(entry);
        var buffer = new byte[81_920];
        for (int read; (read = source.Read(buffer)) > 0;)
        {
            budget.Step();
            target.Write(buffer, 0, read);
        }
    }

    private MeteredStream Open(ZipArchiveEntry entry) => new(entry.Open(), budget);
}
