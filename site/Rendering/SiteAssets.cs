using System.Security.Cryptography;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Site;

/// <summary>The files that pages ask for, each named by its content, so that browsers may keep them for good.</summary>
internal static class SiteAssets
{
    private static readonly SiteFile Stylesheet = Embedded("site", "css", "text/css; charset=utf-8");
    private static readonly SiteFile Icon = Embedded("icon", "svg", "image/svg+xml");

    public static IEnumerable<SiteFile> Files => [Stylesheet, Icon];

    public static string StylesheetPath => $"/{Stylesheet.Path}";

    public static string IconPath => $"/{Icon.Path}";

    private static SiteFile Embedded(string name, string extension, string contentType)
    {
        using var stream = typeof(SiteAssets).Assembly.GetManifestResourceStream($"{name}.{extension}")
            ?? throw new InvalidOperationException($"{name}.{extension} is missing from the assembly.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray()))[..12];
        return new($"assets/{name}.{hash}.{extension}", contentType, "public, max-age=31536000, immutable", bytes.ToArray());
    }
}
