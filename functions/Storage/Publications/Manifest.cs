using KawasakiServerless.Domain;

namespace KawasakiServerless.Storage.Publications;

/// <summary>A file as a publication describes it in its manifest.</summary>
/// <param name="Sha256">SHA-256 of the content before compression.</param>
/// <param name="Encoding">gzip, or null for uncompressed bytes.</param>
/// <param name="Inputs">Fingerprint of the inputs that the file was rendered from; null if it has none.</param>
public sealed record ManifestFile(string Sha256, string ContentType, string CacheControl, string? Encoding, string? Inputs)
{
    /// <summary>
    /// The link targets in this file to which pages of the site link: the fragments, and "" for the file as a whole; null for none.
    /// </summary>
    public EquatableList<string>? Linked { get; init; }

    /// <summary>Length in bytes before compression, if pages show the file's size without reading it; otherwise null.</summary>
    public long? Length { get; init; }

    // The static website does not negotiate encodings, so only files that only browsers read are compressed.
    private static readonly HashSet<string> Compressed = new([".html", ".css", ".js", ".svg"], StringComparer.Ordinal);

    // Only search.js reads the search index; open data is read by other programs and stays uncompressed.
    private const string SearchIndex = "search/";

    public static ManifestFile Of(SiteFile file) =>
        new(PackedContent.HashOf(file.Bytes), file.ContentType, file.CacheControl, EncodingOf(file.Path), file.Inputs);

    private static string? EncodingOf(string path) =>
        Compressed.Contains(Path.GetExtension(path)) || path.StartsWith(SearchIndex, StringComparison.Ordinal) ? PackedContent.Gzip : null;
}

/// <summary>The complete description of the public site: enough to restore it byte for byte from the stored contents.</summary>
/// <param name="Fingerprint">Fingerprint of all inputs of the site.</param>
/// <param name="Years">The submissions from which the site was composed.</param>
/// <param name="Files">The files by path.</param>
public sealed record Manifest(string Fingerprint, EquatableList<PublishedYear> Years, IReadOnlyDictionary<string, ManifestFile> Files)
{
    public static Manifest Empty { get; } = new("", [], new Dictionary<string, ManifestFile>(StringComparer.Ordinal));

    public static Manifest Of(string fingerprint, EquatableList<PublishedYear> years, IEnumerable<SiteFile> files) =>
        new(fingerprint, years, files.ToDictionary(f => f.Path, ManifestFile.Of, StringComparer.Ordinal));
}
