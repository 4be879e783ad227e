using KawasakiServerless.Site.Catalogue;

namespace KawasakiServerless.Site.Data;

/// <summary>A table of a reporting year in its published formats.</summary>
internal sealed record PublishedTable(OpenDataFile Description, TableFacts Facts, DataFile Csv, DataFile Json)
{
    public string Name => Description.Name;

    public IReadOnlyList<DataFile> Files => [Csv, Json];
}

/// <summary>Facts about a table. Its rows are kept only in its files, because the rows of a large city would exhaust the memory.</summary>
/// <param name="First">The first rows, for the table's page.</param>
/// <param name="Period">The period of the table's own years and months; null where it has none.</param>
/// <param name="Modified">The newest upload among its rows, as ISO 8601 in Japan time; null where they have none.</param>
internal sealed record TableFacts(
    IReadOnlyList<string> Columns, int Rows, IReadOnlyList<IReadOnlyList<object?>> First, DataPeriod? Period, string? Modified)
{
    public const int Shown = 5;

    public static TableFacts Of(FlatTable table) =>
        new(table.Columns, table.Rows.Count, [.. table.Rows.Take(Shown)], DataPeriod.Of(table), ModifiedOf(table));

    // A change of another table must not change this table's page.
    private static string? ModifiedOf(FlatTable table)
    {
        var at = table.Columns.ToList().FindIndex(c => c is "sourceUploadedAt" or "submittedAt");
        return at < 0 ? null : table.Rows.Select(r => (string?)r[at]).OfType<string>().Max(StringComparer.Ordinal);
    }
}
