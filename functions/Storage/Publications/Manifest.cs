using KawasakiServerless.Domain;

namespace KawasakiServerless.Storage.Publications;

/// <summary>A file as a publication has it.</summary>
/// <param name="Sha256">Of its content before compression.</param>
/// <param name="Encoding">gzip, or null for bytes as they are.</param>
/// <param name="Inputs">Fingerprint of what it was rendered from; null where there is none.</param>
public sealed record ManifestFile(string Sha256, string ContentType, string CacheControl, string? Encoding, string? Inputs)
{
    /// <summary>What pages of the site link to: places in it, and "" for the whole; null for nothing.</summary>
    public EquatableList<string>? Linked { get; init; }

    /// <summary>In bytes, before compression, of what pages tell the size of without reading it; otherwise null.</summary>
    public long? Length { get; init; }

    // The static website does not negotiate encodings, so only what browsers alone read is compressed.
    private static readonly HashSet<string> Compressed = new([".html", ".css", ".js", ".svg"], StringComparer.Ordinal);

    // Nobody but search.js reads its index; open data is for others, and stays plain.
    private const string SearchIndex = "search/";

    public static ManifestFile Of(SiteFile file) =>
        new(PackedContent.HashOf(file.Bytes), file.ContentType, file.CacheControl, EncodingOf(file.Path), file.Inputs);

    private static string? EncodingOf(string path) =>
        Compressed.Contains(Path.GetExtension(path)) || path.StartsWith(SearchIndex, StringComparison.Ordinal) ? PackedContent.Gzip : null;
}

/// <summary>What the public site consists of: enough to put it back as it was, byte for byte, from the contents that are kept.</summary>
/// <param name="Fingerprint">Of everything the site was made from.</param>
/// <param name="Years">The submissions it was composed of.</param>
/// <param name="Files">By path.</param>
public sealed record Manifest(string Fingerprint, EquatableList<PublishedYear> Years, IReadOnlyDictionary<string, ManifestFile> Files)
{
    public static Manifest Empty { get; } = new("", [], new Dictionary<string, ManifestFile>(StringComparer.Ordinal));

    public static Manifest Of(string fingerprint, EquatableList<PublishedYear> years, IEnumerable<SiteFile> files) =>
        new(fingerprint, years, files.ToDictionary(f => f.Path, ManifestFile.Of, StringComparer.Ordinal));
}
