namespace KawasakiServerless.Workbooks.Budgets;

/// <summary>
/// The limits of a <see cref="Budget"/> that differ by operation: reading a workbook, marking its cells, writing only the list of findings.
/// </summary>
internal sealed record Allowance(long UnpackedBytes, TimeSpan Time)
{
    // Marking unpacks a part of the package up to three times: to read its beginning, to survey it before it is changed, and to edit or
    // copy it.
    private const int MarkingPasses = 3;

    public static Allowance Reading { get; } = new(WorkbookLimits.UnpackedBytes, WorkbookLimits.Time);

    public static Allowance Marking { get; } = new(MarkingPasses * WorkbookLimits.UnpackedBytes, WorkbookLimits.Time);

    /// <summary>
    /// For the workbook that contains only the list of findings, which is written when the original cannot be marked. Its size is bounded
    /// by the findings, so it has no time limit, which a slow machine could exceed.
    /// </summary>
    public static Allowance List { get; } = new(WorkbookLimits.UnpackedBytes, TimeSpan.MaxValue);
}
