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

public enum DataType
{
    /// <summary>One or more sentences, usually copied from a department's workbook.</summary>
    Sentence,

    /// <summary>A short text that names something, such as a department, a policy area or a unit.</summary>
    Name,

    /// <summary>A code whose meaning is published in a table of the open data or in the data dictionary.</summary>
    Code,

    /// <summary>A value that only identifies something, such as the id (管理番号) of a record or the address of a cell.</summary>
    Identifier,
    WholeNumber,
    Number,
    Year,
    Month,
    Time,
    TrueOrFalse,
    List,
    Record,
}

[Flags]
public enum DataForms
{
    None = 0,
    Json = 1,

    /// <summary>The column is in the CSV and Excel files, as cells.</summary>
    Cells = 2,
    All = Json | Cells,
}

public static class DataTypes
{
    /// <summary>The English name of the type in the published data dictionary.</summary>
    public static string Published(this DataType type) => type switch
    {
        DataType.Sentence => "text",
        DataType.Name => "name",
        DataType.Code => "code",
        DataType.Identifier => "identifier",
        DataType.WholeNumber => "integer",
        DataType.Number => "decimal",
        DataType.Year => "year",
        DataType.Month => "yearMonth",
        DataType.Time => "dateTime",
        DataType.TrueOrFalse => "boolean",
        DataType.List => "array",
        DataType.Record => "object",
    };

    public static string Japanese(this DataType type) => type switch
    {
        DataType.Sentence => "文章",
        DataType.Name => "名称",
        DataType.Code => "符号",
        DataType.Identifier => "識別子",
        DataType.WholeNumber => "整数",
        DataType.Number => "数値",
        DataType.Year => "西暦年",
        DataType.Month => "年月",
        DataType.Time => "日時",
        DataType.TrueOrFalse => "真偽",
        DataType.List => "並び",
        DataType.Record => "項目の組",
    };
}
