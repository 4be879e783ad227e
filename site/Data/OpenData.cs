using KawasakiServerless.Domain;
using KawasakiServerless.Site.Readability;

namespace KawasakiServerless.Site.Data;

/// <summary>The open data (オープンデータ) as files: under data/{year}/, and the newest year's under data/latest/ too.</summary>
internal static class OpenData
{
    public const string Latest = "latest", Catalogue = "catalog.jsonld";

    private const string CacheControl = "public, max-age=300, must-revalidate";

    /// <exception cref="UnreadableDataException">A file breaks a rule that holds whatever the departments wrote.</exception>
    public static IEnumerable<SiteFile> Files(ReportView view)
    {
        ReadabilityGate.Pass(view.Data.Files);
        return FoldersOf(view).SelectMany(folder => view.Data.Files.Append(DcatCatalogue.Of(view, folder)).Select(f => Published(folder, f)));
    }

    public static IEnumerable<string> FoldersOf(ReportView view) => view.IsNewest ? [Latest, view.Data.Year] : [view.Data.Year];

    /// <param name="folder">viewpoints/1/.</param>
    public static SiteFile File(string folder, DataFile file) => new(folder + file.Name, file.Format.ContentType, CacheControl, file.Bytes);

    private static SiteFile Published(string folder, DataFile file) => File($"data/{folder}/", file);
}
