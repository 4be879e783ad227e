using System.Security.Cryptography;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site;

/// <summary>The files that pages ask for, each named by its content, so that browsers may keep them for good.</summary>
internal static class SiteAssets
{
    private static readonly SortedDictionary<string, SiteFile> ByName = new(Names.ToDictionary(name => name, Embedded), StringComparer.Ordinal);

    public static IEnumerable<SiteFile> Files => ByName.Values;

    private static IEnumerable<string> Names =>
        typeof(SiteAssets).Assembly.GetManifestResourceNames().Where(name => ContentTypeOf(name) is not null);

    /// <summary>The address of a file of Styles or Scripts: site.css.</summary>
    public static string PathOf(string name) => $"/{ByName[name].Path}";

    private static string? ContentTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".png" => "image/png",
        ".svg" => "image/svg+xml",
        _ => null,
    };

    private static SiteFile Embedded(string name)
    {
        using var stream = typeof(SiteAssets).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()))[..12];
        return new($"assets/{Path.GetFileNameWithoutExtension(name)}.{hash}{Path.GetExtension(name)}", ContentTypeOf(name)!, "public, max-age=31536000, immutable", bytes.ToArray());
    }
}
