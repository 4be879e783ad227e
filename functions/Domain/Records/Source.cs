using System.Buffers;

namespace KawasakiServerless.Domain;

/// <summary>Where a record came from (出典): the earliest submission since which it stands unchanged.</summary>
/// <param name="Department">Code of the department that submitted it.</param>
/// <param name="Submission">Id of the submission; for a site built from a folder the file's SHA-256.</param>
/// <param name="File">Canonical file name: 2018-健康福祉局.xlsx. Clerks' own file names stay inside.</param>
/// <param name="Cell">Cell range of the whole record on the sheet: B5:M5.</param>
public sealed record Source(string Department, string Submission, string File, string Sheet, string Cell, DateTimeOffset UploadedAt)
{
    // What XML, JSON or storage may refuse in a text; half a surrogate pair becomes U+FFFD by itself.
    private static readonly SearchValues<char> Odd =
        SearchValues.Create([.. Enumerable.Range(0, 0xA0).Where(c => char.IsControl((char)c)).Concat(Enumerable.Range(0xD800, 0x800))
            .Append(0xFFFE).Append(0xFFFF).Select(c => (char)c)]);

    /// <summary>
    /// Where each number of the record stands by itself; empty where they all stand in <see cref="Cell"/>, as figures in running text do,
    /// and in records that were stored before their numbers had cells.
    /// </summary>
    public EquatableList<ValueCell> Values { get; init; } = [];

    /// <summary>The cell of the figure of a fiscal year: K2.</summary>
    public string CellOf(FiscalYear year) => CellOf(ValueCell.KeyOf(year));

    /// <summary>The cell of a statistic's total.</summary>
    public string CellOfTotal() => CellOf(ValueCell.Total);

    /// <summary>The cell of a share of a statistic, counted from zero.</summary>
    public string CellOfShare(int index) => CellOf(ValueCell.KeyOf(index));

    /// <summary>The source of what was just read and is not submitted yet.</summary>
    public static Source Read(string department, string sheet, string cell) => Read(department, sheet, cell, []);

    /// <summary>The same, with the cells of its numbers.</summary>
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

    // Excel allows no such name, but a file may hold one.
    private static string Printable(string sheet)
    {
        if (sheet.Length <= RecordLimits.SheetNameLength && !sheet.AsSpan().ContainsAny(Odd))
            return sheet;
        var end = Math.Min(sheet.Length, RecordLimits.SheetNameLength);
        return string.Concat(
            sheet[..end].EnumerateRunes().Select(r => r.Value <= char.MaxValue && Odd.Contains((char)r.Value) ? "\uFFFD" : r.ToString()));
    }
}
