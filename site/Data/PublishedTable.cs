using KawasakiServerless.Site.DataDictionary;

namespace KawasakiServerless.Site.Data;

/// <summary>A table of the open data of a reporting year, written as CSV and JSON.</summary>
internal sealed record PublishedTable(OpenDataFile Description, TableFacts Facts, DataFile Csv, DataFile Json)
{
    public string Name => Description.Name;

    public IReadOnlyList<DataFile> Files => [Csv, Json];
}

/// <summary>
/// What pages and catalogues need to know of a table's content. The rows themselves are released after the files were written, because all
/// rows of a large city would exhaust the memory.
/// </summary>
/// <param name="First">The first rows, shown as an example on the table's page.</param>
/// <param name="Period">The period of the fiscal years and months in the rows; null for a table without them.</param>
/// <param name="Modified">The latest upload time in the rows, or the time of a later publication that removed rows, as ISO 8601 in Japan
/// time; null for a table without upload times.</param>
internal sealed record TableFacts(
    IReadOnlyList<string> Columns, int Rows, IReadOnlyList<IReadOnlyList<object?>> First, DataPeriod? Period, string? Modified)
{
    public const int Shown = 5;

    public static TableFacts Of(FlatTable table) =>
        new(table.Columns, table.Rows.Count, [.. table.Rows.Take(Shown)], DataPeriod.Of(table), ModifiedOf(table));

    // Uses the upload times of the table's own rows and not of the whole report, so that a change in another table does not change the page
    // of this table.
    private static string? ModifiedOf(FlatTable table)
    {
        var at = table.Columns.ToList().FindIndex(c => c is "sourceUploadedAt" or "submittedAt");
        return at < 0 ? null : table.Rows.Select(r => (string?)r[at]).OfType<string>().Max(StringComparer.Ordinal);
    }
}
