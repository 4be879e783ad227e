namespace KawasakiServerless.Workbooks.Budgets;

/// <summary>What a work on one workbook may take, where it is not the same for all of them.</summary>
internal sealed record Allowance(long UnpackedBytes, TimeSpan Time)
{
    // A part is unpacked to be surveyed, to be loaded or copied, and some are looked into before.
    private const int MarkingPasses = 3;

    public static Allowance Reading { get; } = new(WorkbookLimits.UnpackedBytes, WorkbookLimits.Time);

    public static Allowance Marking { get; } = new(MarkingPasses * WorkbookLimits.UnpackedBytes, WorkbookLimits.Time);

    /// <summary>
    /// The list without the workbook is the last resort: it is bounded by the length of its texts, and a slow machine must not refuse it.
    /// </summary>
    public static Allowance List { get; } = new(WorkbookLimits.UnpackedBytes, TimeSpan.MaxValue);
}
