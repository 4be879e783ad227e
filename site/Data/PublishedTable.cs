using KawasakiServerless.Site.Catalogue;

namespace KawasakiServerless.Site.Data;

/// <summary>A table of a reporting year in the formats it is published in.</summary>
internal sealed record PublishedTable(OpenDataFile Description, FlatTable Flat, DataFile Csv, DataFile Json)
{
    public string Name => Description.Name;

    public IReadOnlyList<DataFile> Files => [Csv, Json];

    public static PublishedTable Of<T, TRow>(string name, IEnumerable<T> objects, IEnumerable<TRow> rows) =>
        Of(name, FlatTable.Of(rows), DataJson.Write(objects));

    /// <summary>A table whose rows are the same in every format.</summary>
    public static PublishedTable Of<T>(string name, IEnumerable<T> rows) => Of(name, rows, rows);

    private static PublishedTable Of(string name, FlatTable flat, byte[] json) => new(
        OpenDataFile.All.Single(f => f.Name == name), flat, DataFile.Of($"{name}.csv", DataCsv.Write(flat)), DataFile.Of($"{name}.json", json));
}
