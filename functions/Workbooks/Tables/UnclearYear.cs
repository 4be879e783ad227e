using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>A column whose header does not name a year clearly.</summary>
/// <param name="At">The number of the column.</param>
/// <param name="Meant">The year that the header probably means.</param>
/// <param name="IsBare">Whether the header is only a number without its era, such as 28.</param>
internal sealed record UnclearYear(int At, FiscalYear Meant, bool IsBare)
{
    public static UnclearYear? In(WrittenHeader header, FiscalYear reportingYear) =>
        BareYear.Meant(header.Text, reportingYear) is { } bare ? new(header.At, bare, true)
        : YearHeader.TryParse(header.Text, out _) ? null
        : LeadingYear.In(header.Text, reportingYear) is { } leading ? new(header.At, leading, false)
        : null;
}
