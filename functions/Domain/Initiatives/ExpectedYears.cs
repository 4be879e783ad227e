namespace KawasakiServerless.Domain;

/// <summary>
/// The fiscal years a reporting year asks figures for: the two that have ended, and the running one for those that have it already.
/// </summary>
public static class ExpectedYears
{
    public static IReadOnlyList<FiscalYear> Columns(FiscalYear reportingYear) => [.. Due(reportingYear), reportingYear];

    /// <summary>A blank figure of a due year is 未報告; the running year's is merely not there yet.</summary>
    public static IReadOnlyList<FiscalYear> Due(FiscalYear reportingYear) => [reportingYear.Previous.Previous, reportingYear.Previous];
}
