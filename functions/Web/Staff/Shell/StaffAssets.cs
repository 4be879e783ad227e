using KawasakiServerless.Domain;
using KawasakiServerless.Site;
using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Web.Staff.Shell;

/// <summary>
/// Serves the styles, scripts and the icon of the portal. The file name contains a hash of the content, so that browsers may cache files
/// forever. The style sheet of the portal begins with two style sheets of the public site's theme, so that the portal needs no copy of
/// them.
/// </summary>
public static class StaffAssets
{
    public const string Folder = "/staff/assets";


    private static readonly Dictionary<string, Asset> ByName = new(StringComparer.Ordinal)
    {
        ["staff.css"] = Of("staff", ".css", "text/css; charset=utf-8",
            [.. OfSite("base.css"), .. OfSite("changes.css"), .. Own("staff.css"), .. Own("lists.css")]),
        ["upload.js"] = Of("upload", ".js", "text/javascript; charset=utf-8", Own("upload.js")),
        ["progress.js"] = Of("progress", ".js", "text/javascript; charset=utf-8", Own("progress.js")),
        ["print.js"] = Of("print", ".js", "text/javascript; charset=utf-8", Own("print.js")),
        ["icon.svg"] = Of("icon", ".svg", "image/svg+xml", OfSite("icon.svg")),
    };

    private static readonly Dictionary<string, Asset> ByFile = ByName.Values.ToDictionary(a => a.File, StringComparer.Ordinal);

    /// <summary>Returns the address of a file by its name, such as staff.css, upload.js or icon.svg.</summary>
    public static string PathOf(string name) => $"{Folder}/{ByName[name].File}";

    internal static void MapAssets(this IEndpointRouteBuilder staff) =>
        staff.MapPage("/assets/{file}", (string file, HttpContext context) => Find(file, context)).For(Access.Anyone);

    private static IResult Find(string file, HttpContext context)
    {
        if (!ByFile.TryGetValue(file, out var asset))
            return ApiProblem.UnknownPath();
        context.Response.Headers.CacheControl = CacheRules.Forever;
        return Results.Bytes(asset.Content, asset.ContentType);
    }

    private static Asset Of(string name, string extension, string contentType, byte[] content) =>
        new($"{name}.{Sha256.HexOf(content)[..12]}{extension}", contentType, content);

    private static byte[] OfSite(string name) => SiteContent.Shipped.Theme.Files[name].ToArray();

    private static byte[] Own(string name)
    {
        using var stream = typeof(StaffAssets).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is missing from the assembly.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private sealed record Asset(string File, string ContentType, byte[] Content);
}
