namespace KawasakiServerless.Domain;

/// <summary>The maximum size of a year's report (報告の上限), up to which it can be published.</summary>
public static class ReportLimits
{
    /// <summary>
    /// Maximum number of records of all departments, including plain summaries: one and a half times the report of 10,000 initiatives for
    /// which the site is designed. Publishing this many is shown to stay within 1 GiB of memory; see docs/performance.md.
    /// </summary>
    public const int Records = 45_000;
}

/// <summary>The size of a year's report when a department submits.</summary>
/// <param name="Others">The number of records in the other departments' submissions that are in effect.</param>
/// <param name="Before">The number of records in the department's own current submission, which the new one replaces.</param>
public sealed record ReportRoom(int Others, int Before)
{
    /// <summary>Returns the number of records in the report if the department submits this many.</summary>
    public int With(int records) => Others + records;

    /// <summary>
    /// Whether this many records of the department fit. A submission that is not larger than the current one always fits, so that
    /// departments can correct or shrink a report that is already too large.
    /// </summary>
    public bool Fits(int records) => records <= Before || With(records) <= ReportLimits.Records;
}
