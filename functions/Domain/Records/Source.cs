using System.Buffers;

namespace KawasakiServerless.Domain;

/// <summary>
/// Where a record was read (出典): the sheet and the cells, and the earliest submission for the reporting year since which the record has not
/// changed.
/// </summary>
/// <param name="Department">Code of the department that submitted the record.</param>
/// <param name="Submission">Id of the submission; for a site built from a folder, the SHA-256 of the file.</param>
/// <param name="File">Canonical file name, such as 2018-健康福祉局.xlsx. File names that clerks chose are not published.</param>
/// <param name="Cell">The cell range of the whole record on the sheet, such as B5:M5.</param>
public sealed record Source(string Department, string Submission, string File, string Sheet, string Cell, DateTimeOffset UploadedAt)
{
    // Characters that may not be allowed in texts in XML, JSON or storage. All surrogates are among them, so that a sheet name with a
    // surrogate takes the slow path of Printable, in which EnumerateRunes converts lone surrogates to U+FFFD and leaves pairs unchanged.
    private static readonly SearchValues<char> Odd =
        SearchValues.Create([.. Enumerable.Range(0, 0xA0).Where(c => char.IsControl((char)c)).Concat(Enumerable.Range(0xD800, 0x800))
            .Append(0xFFFE).Append(0xFFFF).Select(c => (char)c)]);

    /// <summary>
    /// The cell of each number of the record. Empty if the numbers have no cells of their own, such as figures in running text, or if the
    /// record was stored before these cells were recorded; the cell of every number is then <see cref="Cell"/>.
    /// </summary>
    public EquatableList<ValueCell> Values { get; init; } = [];

    /// <summary>
    /// Returns the cell of a fiscal year's figure, such as K2; <see cref="Cell"/> if <see cref="Values"/> does not contain it.
    /// </summary>
    public string CellOf(FiscalYear year) => CellOf(ValueCell.KeyOf(year));

    /// <summary>Returns the cell of a statistic's total; <see cref="Cell"/> if <see cref="Values"/> does not contain it.</summary>
    public string CellOfTotal() => CellOf(ValueCell.Total);

    /// <summary>
    /// Returns the cell of a statistic's share; <see cref="Cell"/> if <see cref="Values"/> does not contain it. The index starts at zero.
    /// </summary>
    public string CellOfShare(int index) => CellOf(ValueCell.KeyOf(index));

    /// <summary>Returns the source of a record that was read from a workbook and is not submitted yet.</summary>
    public static Source Read(string department, string sheet, string cell) => Read(department, sheet, cell, []);

    /// <summary>
    /// Returns the source of a record that was read from a workbook and is not submitted yet, with the cells of the record's numbers.
    /// </summary>
    public static Source Read(string department, string sheet, string cell, EquatableList<ValueCell> values) =>
        new(department, "", "", Printable(sheet), cell, default) { Values = values };

    public static string CanonicalFile(FiscalYear reportingYear, Department department) => $"{reportingYear.Year}-{department.Name}.xlsx";

    private string CellOf(string key)
    {
        foreach (var value in Values)
        {
            if (value.Key == key)
                return value.Cell;
        }

        return Cell;
    }

    // Truncates a sheet name that is too long and replaces characters that storage may refuse. Excel does not allow such names, but a file
    // that another program wrote may contain one.
    private static string Printable(string sheet)
    {
        if (sheet.Length <= RecordLimits.SheetNameLength && !sheet.AsSpan().ContainsAny(Odd))
            return sheet;
        var end = Math.Min(sheet.Length, RecordLimits.SheetNameLength);
        return string.Concat(
            sheet[..end].EnumerateRunes().Select(r => r.Value <= char.MaxValue && Odd.Contains((char)r.Value) ? "\uFFFD" : r.ToString()));
    }
}
