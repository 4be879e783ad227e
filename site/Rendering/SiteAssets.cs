using KawasakiServerless.Domain;
using KawasakiServerless.Site.Content;

namespace KawasakiServerless.Site.Rendering;

/// <summary>How the published names of scripts, style sheets and images are formed.</summary>
public enum AssetNaming
{
    /// <summary>The name contains a hash of the content, so that browsers may cache the file forever.</summary>
    ByContent,

    /// <summary>The name never changes. A preview uses it, so that a changed style sheet or script does not change the pages.</summary>
    Plain,
}

/// <summary>
/// The files that pages load: scripts, and the styles and images of a theme. All style sheets are combined into one file.
/// </summary>
internal sealed class SiteAssets
{
    public const string Stylesheet = "site.css";

    private static readonly SortedDictionary<string, SiteFile> Scripts = ScriptsOf(AssetNaming.ByContent);

    private readonly SortedDictionary<string, SiteFile> byName;

    public SiteAssets(Theme theme, AssetNaming naming)
    {
        byName = new(naming == AssetNaming.ByContent ? Scripts
            : ScriptsOf(naming), StringComparer.Ordinal)
        { [Stylesheet] = Of(Stylesheet, theme.Styles, naming) };
        foreach (var image in new[] { Theme.Icon, Theme.SocialImage }.Where(theme.Files.ContainsKey))
            byName[image] = Of(image, theme.Files[image].ToArray(), naming);
    }

    public IEnumerable<SiteFile> Files => byName.Values;

    /// <summary>
    /// The published paths of the style sheet, the scripts and the images. Pages contain the paths, so a changed path changes the pages.
    /// </summary>
    public IEnumerable<string> Paths => byName.Values.Select(f => f.Path);

    /// <summary>
    /// The published address of the style sheet, a script in Scripts/ or an image of the theme, found by its plain name, such as search.js.
    /// </summary>
    public string PathOf(string name) => $"/{byName[name].Path}";

    private static SortedDictionary<string, SiteFile> ScriptsOf(AssetNaming naming) =>
        new(ScriptFiles.Names.ToDictionary(name => name, name => Script(name, naming)), StringComparer.Ordinal);

    // A script imports another script by its hashed name. If the imported script changes, the hash of the importing script changes too.
    private static SiteFile Script(string name, AssetNaming naming) =>
        Of(name, ScriptFiles.Read(name, import => Path.GetFileName(Script(import, naming).Path)), naming);

    private static SiteFile Of(string name, byte[] bytes, AssetNaming naming) => naming == AssetNaming.Plain
        ? new($"assets/{name}", ContentTypeOf(name), "no-store", bytes)
        : new(
            $"assets/{Path.GetFileNameWithoutExtension(name)}.{Sha256.HexOf(bytes)[..12]}{Path.GetExtension(name)}",
            ContentTypeOf(name),
            CacheRules.Forever,
            bytes);

    private static string ContentTypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".png" => "image/png",
        _ => "image/svg+xml",
    };
}
