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
        foreach (var folder in FoldersOf(view))
            made.Add(Described(view, folder).Select(f => Published(folder, f)));
    }

    private static IEnumerable<DataFile> Described(ReportView view, string folder) =>
    [
        .. view.Data.Files,
        DcatCatalogue.Of(view, folder),
        DataFile.Describing(DataPackage.Name, DataPackage.Write(view.Data)),
        DataFile.Describing(CsvwMetadata.Name, CsvwMetadata.Write(view.Data)),
    ];

    public static IEnumerable<string> FoldersOf(ReportView view) => view.IsNewest ? [Latest, view.Data.Year] : [view.Data.Year];

    /// <param name="folder">The folder within the site, ending in a slash, such as data/latest/ or statistics/.</param>
    public static SiteFile File(string folder, string name, byte[] bytes) =>
        new(folder + name, DataFormat.Of(name).ContentType, CacheRules.Short, bytes);

    private static SiteFile Published(string folder, DataFile file) => File($"data/{folder}/", file.Name, file.Bytes);
}
