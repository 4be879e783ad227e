using KawasakiServerless.Site.Catalogue;

namespace KawasakiServerless.Site.Data;

/// <summary>A table with its rows, which the workbook needs once more.</summary>
internal sealed record WrittenTable(PublishedTable Table, FlatTable Flat)
{
    public static WrittenTable Of<T, TRow>(string name, IEnumerable<T> objects, IEnumerable<TRow> rows) =>
        Of(name, FlatTable.Of(rows), DataJson.Write(objects));

    /// <summary>A table whose rows are the same in every format.</summary>
    public static WrittenTable Of<T>(string name, IEnumerable<T> rows) => Of(name, rows, rows);

    private static WrittenTable Of(string name, FlatTable flat, byte[] json) => new(
        new(OpenDataFile.All.Single(f => f.Name == name), TableFacts.Of(flat), DataFile.Of($"{name}.csv", DataCsv.Write(flat)), DataFile.Of($"{name}.json", json)), flat);
}
