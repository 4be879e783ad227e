namespace KawasakiServerless.Domain;

/// <summary>
/// The fiscal years for which the workbooks of a reporting year have columns: the two years before it, whose figures are due, and the
/// reporting year itself, whose figures departments enter only if they already have them.
/// </summary>
public static class ExpectedYears
{
    public static IReadOnlyList<FiscalYear> Columns(FiscalYear reportingYear) => [.. Due(reportingYear), reportingYear];

    /// <summary>
    /// Returns the two fiscal years before the reporting year. A blank figure of these years means 未報告 (not reported); a blank figure of
    /// the reporting year itself means that it is not available yet.
    /// </summary>
    public static IReadOnlyList<FiscalYear> Due(FiscalYear reportingYear) => [reportingYear.Previous.Previous, reportingYear.Previous];
}
