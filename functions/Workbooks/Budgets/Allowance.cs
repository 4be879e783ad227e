namespace KawasakiServerless.Workbooks.Budgets;

/// <summary>The limits that depend on the operation on a workbook (reading, marking, listing).</summary>
internal sealed record Allowance(long UnpackedBytes, TimeSpan Time)
{
    // Each part is unpacked once for the survey and once to be loaded or copied; some are also inspected before.
    private const int MarkingPasses = 3;

    public static Allowance Reading { get; } = new(WorkbookLimits.UnpackedBytes, WorkbookLimits.Time);

    public static Allowance Marking { get; } = new(MarkingPasses * WorkbookLimits.UnpackedBytes, WorkbookLimits.Time);

    /// <summary>
    /// The list of findings without the workbook is the fallback. Its size is bounded by its texts, so it has no time limit that a slow
    /// machine could exceed.
    /// </summary>
    public static Allowance List { get; } = new(WorkbookLimits.UnpackedBytes, TimeSpan.MaxValue);
}
