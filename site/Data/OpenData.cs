using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Data;

/// <summary>
/// Makes the files of the open data (オープンデータ) of a reporting year in data/{year}/, and for the newest year in data/latest/ too.
/// </summary>
internal static class OpenData
{
    public const string Latest = "latest", Catalogue = "catalog.jsonld";

    /// <summary>Adds the files to the site.</summary>
    /// <exception cref="UnreadableDataException">A file breaks a machine-readability rule, and not because of the departments' texts; or a
    /// CSV file contains a cell that a spreadsheet program would execute as a formula.</exception>
    public static void Make<T>(ReportView view, RenderedFiles<T> made)
        where T : class
    {
        ReadabilityGate.Pass(view.Data.Files);
        List<string> folders = [.. FoldersOf(view)];
        foreach (var file in SameInAllFolders(view.Data))
            made.Add(Published(folders[0], file), folders.Skip(1).Select(folder => PathOf(folder, file)));
        made.Add(folders.Select(folder => Published(folder, DcatCatalogue.Of(view, folder))));
    }

    private static IEnumerable<DataFile> SameInAllFolders(PublishedData data) =>
    [
        .. data.Files,
        DataFile.Describing(DataPackage.Name, DataPackage.Write(data)),
        DataFile.Describing(CsvwMetadata.Name, CsvwMetadata.Write(data)),
    ];

    public static IEnumerable<string> FoldersOf(ReportView view) => view.IsNewest ? [Latest, view.Data.Year] : [view.Data.Year];

    /// <param name="folder">The folder within the site, ending in a slash, such as data/latest/ or statistics/.</param>
    public static SiteFile File(string folder, string name, byte[] bytes) => FileAt(folder + name, bytes);

    private static SiteFile FileAt(string path, byte[] bytes) => new(path, DataFormat.Of(path).ContentType, CacheRules.Short, bytes);

    private static SiteFile Published(string folder, DataFile file) => FileAt(PathOf(folder, file), file.Bytes);

    private static string PathOf(string folder, DataFile file) => $"data/{folder}/{file.Name}";
}
