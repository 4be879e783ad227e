using System.Text.Json.Serialization;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Storage.Publications;

/// <summary>The properties of a published file, as a manifest lists them.</summary>
/// <param name="Sha256">SHA-256 of the content before compression.</param>
/// <param name="Encoding">gzip, or null for uncompressed bytes.</param>
/// <param name="Inputs">Hash of the inputs from which the file was rendered; null for a file that is rendered again in every
/// publication.</param>
public sealed record ManifestFile(
    string Sha256,
    [property: JsonConverter(typeof(RepeatedTextConverter))] string ContentType,
    [property: JsonConverter(typeof(RepeatedTextConverter))] string CacheControl,
    [property: JsonConverter(typeof(RepeatedTextConverter))] string? Encoding,
    string? Inputs)
{
    /// <summary>
    /// The fragments (ids of elements) of this file to which pages of the site link, including this page itself, and "" if a page links to
    /// the file as a whole. May also contain targets of links that no longer exist. Null if no page links to the file.
    /// </summary>
    public EquatableList<string>? Linked { get; init; }

    /// <summary>Length in bytes before compression, for pages that show the file's size without reading it; null if no page does.</summary>
    public long? Length { get; init; }

    // The static website sends files as they are stored, whatever encodings the client accepts. So only files that browsers read are
    // compressed; other clients might not support gzip.
    private static readonly HashSet<string> Compressed = new([".html", ".css", ".js", ".svg"], StringComparer.Ordinal);

    // The folder of the search index. Its files are compressed, because only search.js reads them in the browser; open data is read by
    // other programs and stays uncompressed.
    private const string SearchIndex = "search/";

    public static ManifestFile Of(SiteFile file) =>
        new(PackedContent.HashOf(file.Bytes), file.ContentType, file.CacheControl, EncodingOf(file.Path), file.Inputs);

    private static string? EncodingOf(string path) =>
        Compressed.Contains(Path.GetExtension(path)) || path.StartsWith(SearchIndex, StringComparison.Ordinal) ? PackedContent.Gzip : null;
}

/// <summary>A list of all files of a published site, by which the site can be restored byte for byte from the stored contents.</summary>
/// <param name="Fingerprint">Hash of all inputs from which the site was rendered.</param>
/// <param name="Years">The reporting years of the site, with the submissions from which their reports were composed.</param>
/// <param name="Files">The files' properties, by path.</param>
public sealed record Manifest(string Fingerprint, EquatableList<PublishedYear> Years, IReadOnlyDictionary<string, ManifestFile> Files)
{
    public static Manifest Empty { get; } = new("", [], new Dictionary<string, ManifestFile>(StringComparer.Ordinal));

    public static Manifest Of(string fingerprint, EquatableList<PublishedYear> years, IEnumerable<SiteFile> files) =>
        new(fingerprint, years, files.ToDictionary(f => f.Path, ManifestFile.Of, StringComparer.Ordinal));
}
