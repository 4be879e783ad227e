namespace KawasakiServerless.Domain;

/// <summary>The maximum size of a year's report (報告の上限). A larger report cannot be published.</summary>
public static class ReportLimits
{
    /// <summary>
    /// Maximum number of records of all departments, including plain summaries: one and a half times as many as in the report of 10,000
    /// initiatives for which the site is designed. A measurement shows that this many can be published within 1 GiB of memory; see
    /// docs/performance.md.
    /// </summary>
    public const int Records = 45_000;
}

/// <summary>
/// Computes how large a year's report becomes when a department submits, and whether it is then still within <see cref="ReportLimits"/>.
/// </summary>
/// <param name="Others">The number of records in the other departments' submissions that are in effect.</param>
/// <param name="Before">The number of records in the department's own current submission, which the new one replaces; zero for
/// none.</param>
public sealed record ReportCapacity(int Others, int Before)
{
    /// <summary>Returns the number of records in the report if the department submits the given number of records.</summary>
    public int With(int records) => Others + records;

    /// <summary>
    /// Whether the report is within its limit if the department submits the given number of records. True for a submission that is no
    /// larger than the current one, so that departments can correct or shrink a report that is already too large.
    /// </summary>
    public bool Fits(int records) => records <= Before || With(records) <= ReportLimits.Records;
}
