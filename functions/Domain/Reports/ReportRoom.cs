namespace KawasakiServerless.Domain;

/// <summary>What a year's report may hold (報告の上限), so that it can still be published.</summary>
public static class ReportLimits
{
    /// <summary>
    /// Records of all departments together, plain summaries included: half as many again as the report of 10,000 initiatives that the site
    /// is designed for. A publication of so many is shown to stay within 1 GiB; see docs/performance.md.
    /// </summary>
    public const int Records = 45_000;
}

/// <summary>How much of a year's report is taken when a department submits.</summary>
/// <param name="Others">Records of the other departments' submissions that count.</param>
/// <param name="Before">Records of the department's own one, which the new one replaces.</param>
public sealed record ReportRoom(int Others, int Before)
{
    /// <summary>How many records the report holds with so many of the department.</summary>
    public int With(int records) => Others + records;

    /// <summary>
    /// Whether so many records of the department fit. A report that is too large already may become smaller, and a department may correct
    /// what it has in it.
    /// </summary>
    public bool Fits(int records) => records <= Before || With(records) <= ReportLimits.Records;
}
