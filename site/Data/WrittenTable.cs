using KawasakiServerless.Packing;
using KawasakiServerless.Site.DataDictionary;

namespace KawasakiServerless.Site.Data;

/// <summary>
/// A published table together with its sheet in the workbook of all tables. Files and sheet are compressed as soon as they are written, so
/// that the rows of only a few tables are in memory at the same time.
/// </summary>
internal sealed record WrittenTable(PublishedTable Table, WrittenSheet Sheet)
{
    public static WrittenTable Of<T, TRow>(OpenDataFile description, IEnumerable<T> objects, IEnumerable<TRow> rows) =>
        Of(description, FlatTable.Of(rows), DataJson.Write(objects));

    private static WrittenTable Of(OpenDataFile description, FlatTable flat, byte[] json)
    {
        var name = description.Name;
        var (csv, facts) = (DataFile.OfText($"{name}.csv", DataCsv.Write(flat)), TableFacts.Of(flat));
        return new(new(description, facts, csv, DataFile.OfText($"{name}.json", json)), DataWorkbook.Pack(name, flat));
    }
}
