using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Site.DataDictionary;

/// <summary>The types of the columns of the open data. <see cref="DataTypes.Facts"/> returns the properties of a type.</summary>
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

/// <summary>The properties of a type that the descriptions of the open data and the machine-readability checks use.</summary>
/// <param name="Published">The English name in the published data dictionary.</param>
/// <param name="Japanese">The name on the pages.</param>
/// <param name="Xsd">The datatype of XML Schema by which CSVW describes the CSV column.</param>
/// <param name="TableSchema">The type by which the data package (Table Schema) describes the CSV column.</param>
internal sealed record DataTypeFacts(string Published, string Japanese, string Xsd, string TableSchema)
{
    /// <summary>The format of Table Schema; null for its default format.</summary>
    public string? Format { get; init; }

    /// <summary>What a cell of an Excel or JSON file contains.</summary>
    public DataCell Cell { get; init; } = DataCell.Text;

    /// <summary>Whether a value contains no separator at all, not even a space or a comma.</summary>
    public bool IsUnbroken { get; init; }

    /// <summary>The form of a value in the Western calendar; null for a type that is not a part of a date.</summary>
    public DateForm? DateForm { get; init; }
}

internal enum DataCell
{
    Text,
    Number,
    WholeNumber,
    Truth,
}

/// <summary>The form of the values of a type, and the Japanese message about a value that does not match it.</summary>
internal sealed record DateForm(Regex Pattern, string Fault);

internal static partial class DataTypes
{
    private static readonly DateForm FourDigitYear = new(FourDigits(), "西暦の4桁ではありません");

    private static readonly DateForm WesternMonth = new(YearAndMonth(), "西暦の年月ではありません");

    private static readonly ImmutableArray<DataTypeFacts> Known = [.. Enum.GetValues<DataType>().Select(Describe)];

    public static DataTypeFacts Facts(this DataType type) => Known[(int)type];

    private static DataTypeFacts Describe(DataType type) => type switch
    {
        DataType.Sentence => new("text", "文章", "string", "string"),
        DataType.Name => new("name", "名称", "string", "string"),
        DataType.Code => new("code", "符号", "string", "string") { IsUnbroken = true },
        DataType.Identifier => new("identifier", "識別子", "string", "string") { IsUnbroken = true },
        DataType.WholeNumber => new("integer", "整数", "integer", "integer") { Cell = DataCell.WholeNumber },
        DataType.Number => new("decimal", "数値", "decimal", "number") { Cell = DataCell.Number },
        DataType.Year => new("year", "西暦年", "gYear", "year")
        {
            Cell = DataCell.WholeNumber,
            IsUnbroken = true,
            DateForm = FourDigitYear,
        },
        DataType.Month => new("yearMonth", "年月", "gYearMonth", "yearmonth") { IsUnbroken = true, DateForm = WesternMonth },

        // The default format of a datetime allows only UTC. The times of the open data have the offset of Japan.
        DataType.Time => new("dateTime", "日時", "dateTimeStamp", "datetime") { IsUnbroken = true, Format = "any" },
        DataType.TrueOrFalse => new("boolean", "真偽", "boolean", "boolean") { Cell = DataCell.Truth },
        DataType.List => new("array", "並び", "string", "string"),
        DataType.Record => new("object", "項目の組", "string", "string"),
    };

    [GeneratedRegex(@"\A[0-9]{4}\z")]
    private static partial Regex FourDigits();

    [GeneratedRegex(@"\A[0-9]{4}-(?:0[1-9]|1[0-2])\z")]
    private static partial Regex YearAndMonth();
}
