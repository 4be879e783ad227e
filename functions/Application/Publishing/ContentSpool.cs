using System.Collections.Concurrent;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Publishing;

/// <summary>
/// Buffers the rendered, compressed contents in a temporary file until they are stored. In memory, the pages of a large city's site would
/// need too much space. Several threads may add and read concurrently. The file is deleted when this object is disposed or the process
/// ends.
/// </summary>
public sealed class ContentSpool : IDisposable
{
    private readonly ConcurrentDictionary<string, Place> places = new(StringComparer.Ordinal);
    private readonly FileStream file;
    private long end;

    public ContentSpool()
    {
        var path = Path.GetTempFileName();
        file = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        // On Unix, a killed process does not delete the file. Unlinking it now lets the operating system free it when the process ends.
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
    }

    public long Length => Interlocked.Read(ref end);

    public void Add(PackedContent content)
    {
        var place = new Place(
            Interlocked.Add(ref end, content.Bytes.Length) - content.Bytes.Length, content.Bytes.Length, content.Encoding);
        RandomAccess.Write(file.SafeFileHandle, content.Bytes.Span, place.Offset);
        places.TryAdd(content.Sha256, place);
    }

    /// <returns>Null when no such content was added.</returns>
    public PackedContent? Find(string sha256)
    {
        if (!places.TryGetValue(sha256, out var place))
            return null;
        var bytes = new byte[place.Length];
        for (var read = 0; read < bytes.Length;)
            read += RandomAccess.Read(file.SafeFileHandle, bytes.AsSpan(read), place.Offset + read) is > 0 and var more
                ? more
                : throw new EndOfStreamException();
        return new(sha256, place.Encoding, bytes);
    }

    /// <summary>Whether the content was already added, so that it need not be compressed again.</summary>
    public bool Has(string sha256) => places.ContainsKey(sha256);

    public void Dispose() => file.Dispose();

    private sealed record Place(long Offset, int Length, string? Encoding);
}
