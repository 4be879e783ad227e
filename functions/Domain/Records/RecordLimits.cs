namespace KawasakiServerless.Domain;

/// <summary>
/// The maximum sizes of a record (上限). A record within these limits fits on the pages of the site and in a row of Azure Tables, which holds
/// 32,768 UTF-16 units per column and 1 MiB per row. The JSON request that stores the row is also small enough for Azure Tables, although a
/// Japanese character takes six bytes in it (\u5ddd). The check of a workbook rejects records that exceed the limits, so that storage
/// accepts every record of an accepted workbook.
/// </summary>
public static class RecordLimits
{
    /// <summary>Maximum length of any text, in characters (UTF-16 units).</summary>
    public const int TextLength = 10_000;

    /// <summary>Maximum length of a document's code (資料) in characters; it becomes part of a URL.</summary>
    public const int DocumentLength = 100;

    /// <summary>
    /// Maximum length of a figure's text in characters. It is low, because a row must have room for one figure of each fiscal year from
    /// 1926 to 2100.
    /// </summary>
    public const int FigureLength = 500;

    /// <summary>Maximum number of divisions (担当部署) that a record lists as responsible, and maximum number of its notes.</summary>
    public const int ListItems = 100;

    /// <summary>
    /// Maximum total length of the names of all responsible divisions of a record, and separately of all its notes, in characters. It is
    /// low, because each of these lists is stored as JSON in one column, and in JSON a character may be escaped as six characters.
    /// </summary>
    public const int ListLength = 5_000;

    /// <summary>Maximum number of nested headings to which a passage belongs; the design of the pages supports this depth.</summary>
    public const int PathLevels = 20;

    /// <summary>Maximum total length of the nested headings to which a passage belongs, in characters.</summary>
    public const int PathLength = 1_000;

    /// <summary>Maximum number of shares (the percentages of the breakdown) of a statistic.</summary>
    public const int Shares = 500;

    /// <summary>
    /// Maximum total length of all labels and notes of a statistic's shares, in characters. The shares are stored as JSON, in which a
    /// character may be escaped as six characters, and the row must not exceed 1 MiB.
    /// </summary>
    public const int SharesLength = 60_000;

    /// <summary>Maximum length of a sheet name in characters. Excel allows 31; other programs have no limit.</summary>
    public const int SheetNameLength = 100;

    /// <summary>
    /// Returns the fields of a record that exceed the limits. The method allocates nothing for a record within the limits, because it is
    /// called for every record of a workbook.
    /// </summary>
    public static IReadOnlyList<Excess> ExcessesOf(Record record)
    {
        var sizes = new RecordSizes();
        record.AddSizesTo(ref sizes);
        return sizes.Excesses;
    }
}

/// <summary>The unit in which a field is measured.</summary>
public enum Measure
{
    /// <summary>文字: characters (UTF-16 units).</summary>
    Characters,

    /// <summary>件: the number of items in a list.</summary>
    Items,
}

/// <summary>A field that exceeds its limit.</summary>
/// <param name="Count">The measured size.</param>
/// <param name="Most">The limit.</param>
public readonly record struct Excess(Field Field, Measure Measure, int Count, int Most)
{
    /// <summary>The year of a figure; null for any other field.</summary>
    public FiscalYear? Year { get; init; }
}
