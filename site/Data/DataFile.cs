using System.Security.Cryptography;
using KawasakiServerless.Site.Readability;

namespace KawasakiServerless.Site.Data;

/// <summary>A file of the open data, without the folder it is published in.</summary>
/// <param name="Name">initiatives.csv.</param>
/// <param name="Score">Null for what holds no table of its own: all.zip.</param>
internal sealed record DataFile(string Name, byte[] Bytes, ReadabilityScore? Score)
{
    public const string Workbook = "all.xlsx", Archive = "all.zip";

    public static DataFile Of(string name, byte[] bytes) => new(name, bytes, OpenedFile.Open(name, bytes) is { } opened ? ReadabilityScore.Of(opened) : null);

    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes));

    public DataFormat Format => DataFormat.Of(Name);

    /// <summary>As a reader of the page is told: 12 kB.</summary>
    public string Size => Bytes.Length < 1_000_000 ? $"{Texts.Format((Bytes.Length + 999) / 1000)} kB" : $"{Texts.Format(Math.Round(Bytes.Length / 1_000_000m, 1))} MB";
}

/// <param name="Label">CSV, Excel.</param>
/// <param name="MediaType">Without its parameters.</param>
internal sealed record DataFormat(string Label, string MediaType, string ContentType)
{
    private const string Utf8 = "; charset=utf-8";

    public static DataFormat Of(string file) => Path.GetExtension(file) switch
    {
        ".csv" => new("CSV", "text/csv", $"text/csv{Utf8}"),
        ".json" => new("JSON", "application/json", $"application/json{Utf8}"),
        ".xlsx" => Alike("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ".zip" => Alike("ZIP", "application/zip"),
        ".jsonld" => Alike("JSON-LD", "application/ld+json"),
        _ => throw new ArgumentOutOfRangeException(nameof(file), file, "No format of the open data."),
    };

    private static DataFormat Alike(string label, string type) => new(label, type, type);
}
