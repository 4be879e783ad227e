using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>A column whose header does not name a year clearly.</summary>
/// <param name="At">The number of the column.</param>
/// <param name="Meant">The year that the header probably means.</param>
internal sealed record UnclearYear(int At, FiscalYear Meant, UnclearYearForm Form)
{
    private const int April = 4;

    public static UnclearYear? In(WrittenHeader header, FiscalYear reportingYear) =>
        BareYear.Meant(header.Text, reportingYear) is { } bare ? new(header.At, bare, UnclearYearForm.WithoutEra)
        : YearHeader.TryParse(header.Text, out _) ? null
        : LeadingYear.In(header.Text, reportingYear) is { } leading ? new(header.At, leading, FormOf(header.Text))
        : null;

    private static UnclearYearForm FormOf(string header) => LeadingYear.DayIn(header) switch
    {
        null => UnclearYearForm.WithOtherWords,
        (April, 1) => UnclearYearForm.FirstDay,
        _ => UnclearYearForm.Day,
    };
}

/// <summary>How a header that does not name a year clearly is written.</summary>
internal enum UnclearYearForm
{
    /// <summary>Only a number, such as 28.</summary>
    WithoutEra,

    /// <summary>A date, such as H28.10.1.</summary>
    Day,

    /// <summary>The first day of a fiscal year, such as H28.4.1, when its figures may be those of the end of the year before.</summary>
    FirstDay,

    /// <summary>A year with other words, such as 平成28年度上半期.</summary>
    WithOtherWords,
}
