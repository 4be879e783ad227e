using System.Collections.Concurrent;
using System.Text.Json;

namespace KawasakiServerless.Site.Gates;

/// <summary>
/// Collects what SiteGate, which checks a site before publication, needs to know about the site's files. Several threads may call this
/// class at the same time. Most pages link to the same addresses, so each address is stored only once, to save memory.
/// </summary>
public sealed class SiteScanner
{
    private readonly ConcurrentDictionary<string, string> names = new(StringComparer.Ordinal);

    /// <param name="path">The path of the file in the site, without a leading slash.</param>
    /// <param name="bytes">The uncompressed content of the file.</param>
    public FileFacts Of(string path, ReadOnlyMemory<byte> bytes)
    {
        if (!path.EndsWith(".html", StringComparison.Ordinal))
            return new(path, bytes.IsEmpty, IsTable(path) ? CountOf(bytes.Span) : 0);
        var page = PageScan.Of(bytes.Span, names.GetAlternateLookup<ReadOnlySpan<char>>());
        return new(path, !page.HasText, 0) { Page = page };
    }

    private static bool IsTable(string path) =>
        path.StartsWith("data/", StringComparison.Ordinal) && path.EndsWith(".json", StringComparison.Ordinal);

    private static int CountOf(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var count = 0;
        while (reader.Read())
        {
            if (reader.CurrentDepth == 1 && reader.TokenType is JsonTokenType.StartObject)
                count++;
        }

        return count;
    }
}
