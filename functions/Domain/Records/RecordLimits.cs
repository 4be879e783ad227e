namespace KawasakiServerless.Domain;

/// <summary>
/// The most that a record holds (上限). Any record within them fits a row of Azure Tables, which takes 32,768 UTF-16 units in a column
/// and 1 MiB in a row, also where the row is measured as it travels, six bytes a Japanese character; and the pages of the site. The check
/// of a workbook refuses what is beyond, so that nothing accepted is refused by storage.
/// </summary>
public static class RecordLimits
{
    /// <summary>Characters (UTF-16 units) of any text.</summary>
    public const int TextLength = 10_000;

    /// <summary>Characters of 資料, which becomes part of an address.</summary>
    public const int DocumentLength = 100;

    /// <summary>Characters of a figure in words. There is one for each fiscal year from 1926 to 2100 in the same row.</summary>
    public const int FigureLength = 500;

    /// <summary>Divisions, or notes, of a record.</summary>
    public const int ListItems = 100;

    /// <summary>Characters of all divisions, or all notes, of a record: as JSON each may take six.</summary>
    public const int ListLength = 5_000;

    /// <summary>Headings above a passage. Pages nest as deep.</summary>
    public const int PathLevels = 20;

    /// <summary>Characters of all headings above a passage.</summary>
    public const int PathLength = 1_000;

    /// <summary>Shares of a statistic.</summary>
    public const int Shares = 500;

    /// <summary>Characters of all labels and notes of a statistic's shares: as JSON each may take six.</summary>
    public const int SharesLength = 60_000;

    /// <summary>Characters of a sheet's name. Excel allows 31; other programs do not count.</summary>
    public const int SheetNameLength = 100;

    /// <summary>
    /// What of a record is beyond the limits; nothing for most. Every record of a workbook is measured, so nothing is allocated for those
    /// within them.
    /// </summary>
    public static IReadOnlyList<Excess> ExcessesOf(Record record)
    {
        var sizes = new RecordSizes();
        record.AddSizesTo(ref sizes);
        return sizes.Excesses;
    }
}

/// <summary>What is counted in a field.</summary>
public enum Measure
{
    /// <summary>文字.</summary>
    Characters,

    /// <summary>件.</summary>
    Items,
}

/// <summary>A field that holds more than it may.</summary>
/// <param name="Count">What was counted.</param>
/// <param name="Most">The limit.</param>
public readonly record struct Excess(Field Field, Measure Measure, int Count, int Most)
{
    /// <summary>Of a figure; null for any other field.</summary>
    public FiscalYear? Year { get; init; }
}
