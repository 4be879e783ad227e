namespace KawasakiServerless.Domain;

/// <summary>
/// The fiscal years for which a reporting year requests figures: the two that have ended, and the current one for departments that already
/// have its figures.
/// </summary>
public static class ExpectedYears
{
    public static IReadOnlyList<FiscalYear> Columns(FiscalYear reportingYear) => [.. Due(reportingYear), reportingYear];

    /// <summary>A blank figure of a due year means 未報告; a blank figure of the current year means that it is not available yet.</summary>
    public static IReadOnlyList<FiscalYear> Due(FiscalYear reportingYear) => [reportingYear.Previous.Previous, reportingYear.Previous];
}
