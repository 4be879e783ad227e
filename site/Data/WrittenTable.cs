using KawasakiServerless.Site.DataDictionary;

namespace KawasakiServerless.Site.Data;

/// <summary>A published table together with its rows, which are needed again to write the workbook of all tables.</summary>
internal sealed record WrittenTable(PublishedTable Table, FlatTable Flat)
{
    public static WrittenTable Of<T, TRow>(OpenDataFile description, IEnumerable<T> objects, IEnumerable<TRow> rows) =>
        Of(description, FlatTable.Of(rows), DataJson.Write(objects));

    private static WrittenTable Of(OpenDataFile description, FlatTable flat, byte[] json)
    {
        var name = description.Name;
        return new(
            new(description, TableFacts.Of(flat), DataFile.Of($"{name}.csv", DataCsv.Write(flat)), DataFile.Of($"{name}.json", json)),
            flat);
    }
}
