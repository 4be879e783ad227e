using KawasakiServerless.Packing;
using KawasakiServerless.Site.Readability;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Data;

/// <summary>A file of the open data. Its name does not include the folder, because a file may be published in several folders.</summary>
internal sealed class DataFile
{
    public const string Workbook = "all.xlsx", Wide = "indicators-wide.xlsx", Archive = "all.zip";

    private readonly byte[]? unpacked;

    private DataFile(string name, byte[] bytes, PackedPart? packed) =>
        (Name, Length, Sha256, Packed, unpacked) = (name, bytes.Length, Domain.Sha256.HexOf(bytes), packed, packed is null ? bytes : null);

    /// <summary>The file name, such as initiatives.csv.</summary>
    public string Name { get; }

    /// <summary>The size of the file in bytes.</summary>
    public int Length { get; }

    public string Sha256 { get; }

    /// <summary>
    /// The result of the machine-readability check. Null for a file that is not checked: one that is not a table, such as all.zip, or one
    /// that describes the other files.
    /// </summary>
    public FileReadability? Readability { get; private init; }

    /// <summary>
    /// The compressed content of a text file, as the archive all.zip contains it; null for a file whose bytes are in memory unchanged.
    /// </summary>
    public PackedPart? Packed { get; }

    /// <summary>The content. If it is in memory in compressed form, each access unpacks it.</summary>
    public byte[] Bytes => unpacked ?? Packed!.Unpack();

    /// <summary>Creates a file whose bytes are stored unchanged, because its format is already compressed, such as all.xlsx.</summary>
    public static DataFile Of(string name, byte[] bytes) => new(name, bytes, packed: null) { Readability = ReadabilityOf(name, bytes) };

    /// <summary>
    /// Creates a text file and stores only its compressed content, because the texts of all tables of a large city would need much memory.
    /// </summary>
    public static DataFile OfText(string name, byte[] bytes) =>
        new(name, bytes, PackedPart.Of(bytes)) { Readability = ReadabilityOf(name, bytes) };

    /// <summary>Creates a file that describes the other files, such as the catalogue. Its machine-readability is not checked.</summary>
    public static DataFile Describing(string name, byte[] bytes) => new(name, bytes, packed: null);

    private static FileReadability? ReadabilityOf(string name, byte[] bytes) =>
        OpenedFile.Open(name, bytes) is { } opened ? FileReadability.Of(opened, OpenDataTable.SheetDescriptions) : null;

    public DataFormat Format => DataFormat.Of(Name);

    /// <summary>The size as shown on pages, such as 12 kB.</summary>
    public string Size => SizeOf(Length);

    public static string SizeOf(long length) =>
        length < 1_000_000 ? $"{Texts.Format((length + 999) / 1000)} kB" : $"{Texts.Format(Math.Round(length / 1_000_000m, 1))} MB";
}

/// <param name="Label">The name of the format on pages, such as CSV or Excel.</param>
/// <param name="MediaType">The media type without parameters.</param>
internal sealed record DataFormat(string Label, string MediaType, string ContentType)
{
    private const string Utf8 = "; charset=utf-8";

    public static DataFormat Of(string file) => Path.GetExtension(file) switch
    {
        ".csv" => new("CSV", "text/csv", $"text/csv{Utf8}"),
        ".json" => new("JSON", "application/json", $"application/json{Utf8}"),
        ".xlsx" => Alike("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ".zip" => Alike("ZIP", "application/zip"),
        ".svg" => new("SVG", "image/svg+xml", $"image/svg+xml{Utf8}"),
        ".jsonld" => Alike("JSON-LD", "application/ld+json"),
        _ => throw new ArgumentOutOfRangeException(nameof(file), file, "This is not a format of the open data."),
    };

    private static DataFormat Alike(string label, string type) => new(label, type, type);
}
