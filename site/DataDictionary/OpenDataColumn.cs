namespace KawasakiServerless.Site.DataDictionary;

/// <summary>A column of the open data.</summary>
public sealed record OpenDataColumn(string Name, DataType Type, string Meaning)
{
    /// <summary>
    /// The unit of the column's numbers, such as %. If the unit differs from row to row, a phrase that says what determines it, such as
    /// unit列のとおり (as in the column unit). Null for a column without a unit.
    /// </summary>
    public string? Unit { get; init; }

    /// <summary>What a blank cell of this column means; null for a column that is never blank.</summary>
    public string? Blank { get; init; }

    /// <summary>All allowed values of the column; empty for a column that allows any value.</summary>
    public IReadOnlyList<AllowedValue> Values { get; init; } = [];

    /// <summary>For a column of codes, the name of the table that lists the codes and their meanings; null if no table does.</summary>
    public string? CodeTable { get; init; }

    public DataForms Forms { get; init; } = DataForms.All;
}

public sealed record AllowedValue(string Value, string Meaning);

[Flags]
public enum DataForms
{
    None = 0,
    Json = 1,

    /// <summary>The column is in the CSV and Excel files, as cells.</summary>
    Cells = 2,
    All = Json | Cells,
}
