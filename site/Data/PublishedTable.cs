using KawasakiServerless.Site.Catalogue;

namespace KawasakiServerless.Site.Data;

/// <summary>A table of a reporting year in the formats it is published in.</summary>
internal sealed record PublishedTable(OpenDataFile Description, TableFacts Facts, DataFile Csv, DataFile Json)
{
    public string Name => Description.Name;

    public IReadOnlyList<DataFile> Files => [Csv, Json];
}

/// <summary>What is said of a table; its rows stand in its files alone, for those of a large city would fill the memory.</summary>
/// <param name="First">The first rows, to show.</param>
/// <param name="Period">Which its own years and months cover; null where it has none.</param>
/// <param name="Modified">The newest upload among its rows, as ISO 8601 in Japan time; null where they have none.</param>
internal sealed record TableFacts(
    IReadOnlyList<string> Columns, int Rows, IReadOnlyList<IReadOnlyList<object?>> First, DataPeriod? Period, string? Modified)
{
    public const int Shown = 5;

    public static TableFacts Of(FlatTable table) =>
        new(table.Columns, table.Rows.Count, [.. table.Rows.Take(Shown)], DataPeriod.Of(table), ModifiedOf(table));

    // Another table's change does not touch this one's page.
    private static string? ModifiedOf(FlatTable table)
    {
        var at = table.Columns.ToList().FindIndex(c => c is "sourceUploadedAt" or "submittedAt");
        return at < 0 ? null : table.Rows.Select(r => (string?)r[at]).OfType<string>().Max(StringComparer.Ordinal);
    }
}
