using KawasakiServerless.Site.DataDictionary;

namespace KawasakiServerless.Site.Data;

/// <summary>
/// A row of the data dictionary (データ辞書): a column of a table or, for a column with a fixed set of values, one of its allowed values.
/// </summary>
internal sealed record DictionaryRow(
    string Table,
    string Column,
    bool InCells,
    bool InJson,
    string Type,
    string? Unit,
    string Meaning,
    string? Blank,
    string? AllowedValue,
    string? AllowedValueMeaning)
{
    public static IEnumerable<DictionaryRow> All => OpenDataTable.Descriptions.SelectMany(f => f.Columns.SelectMany(c => Of(f, c)));

    private static IEnumerable<DictionaryRow> Of(
        OpenDataFile file, OpenDataColumn c) => c.Values.DefaultIfEmpty().Select(value => new DictionaryRow(
        file.Name,
        c.Name,
        c.Forms.HasFlag(DataForms.Cells),
        c.Forms.HasFlag(DataForms.Json),
        c.Type.Facts().Published,
        c.Unit,
        c.Meaning,
        c.Blank,
        value?.Value,
        value?.Meaning));
}
