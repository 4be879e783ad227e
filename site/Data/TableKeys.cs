using KawasakiServerless.Site.Data.Tables;
using KawasakiServerless.Site.DataDictionary;

namespace KawasakiServerless.Site.Data;

/// <summary>A column whose values reference the primary key of a table.</summary>
internal sealed record ForeignKey(string Column, string Table, string Key);

/// <summary>Derives the primary key and the foreign keys of a table from the names and types of its columns.</summary>
internal static class TableKeys
{
    private static readonly string[] Keys = ["id", "code", "number"];

    // Names of the second column of a table of list items. Its first column is the id of the record that contains the list, its second the
    // position of the item in the list; both together are the primary key.
    private static readonly string[] Places = ["order", "level"];

    // In a table of list items, the column with the record's id is named after the kind of record. Maps the name of that column to the name
    // of the table that contains the records.
    private static readonly Dictionary<string, string> Records = new(StringComparer.Ordinal)
    {
        ["initiative"] = "initiatives",
        ["indicator"] = "indicators",
        ["direction"] = "directions",
        ["collaboration"] = "collaborations",
        ["passage"] = "passages",
    };

    /// <returns>The names of the columns of the primary key; null for a table without one.</returns>
    public static IReadOnlyList<string>? PrimaryOf(OpenDataFile table)
    {
        List<string> columns = [.. table.Cells.Select(c => c.Name)];
        if (table.Name == IndicatorTables.Values)
            return ["indicator", "fiscalYear"];
        if (columns.Find(Keys.Contains) is { } key)
            return [key];
        return columns.Count > 1 && Places.Contains(columns[1]) ? [columns[0], columns[1]] : null;
    }

    public static IEnumerable<ForeignKey> ForeignOf(OpenDataFile table, IEnumerable<OpenDataFile> all)
    {
        var keys = all.Select(t => (t.Name, Key: PrimaryOf(t))).Where(t => t.Key is { Count: 1 })
            .ToDictionary(t => t.Name, t => t.Key![0], StringComparer.Ordinal);
        return table.Cells
            .Select(c => (c.Name, Table: c.CodeTable ?? (c.Type == DataType.Identifier ? Records.GetValueOrDefault(c.Name) : null)))
            .Where(c => c.Table is not null && keys.ContainsKey(c.Table) && !(c.Table == table.Name && keys[c.Table] == c.Name))
            .Select(c => new ForeignKey(c.Name, c.Table!, keys[c.Table!]));
    }
}
