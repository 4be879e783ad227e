namespace KawasakiServerless.Workbooks.Budgets;

/// <summary>
/// The limits of a <see cref="Budget"/> that differ by operation: reading a workbook, changing it (marking the cells with problems, editing
/// cells or making its public copy), and writing only the list of findings.
/// </summary>
internal sealed record Allowance(long UnpackedBytes, TimeSpan Time)
{
    // When the cells that have problems are marked, each part (file) of the .xlsx package is unpacked up to three times: to read its
    // beginning, to survey it before it is changed, and to edit or copy it.
    private const int MarkingPasses = 3;

    public static Allowance Reading { get; } = new(WorkbookLimits.UnpackedBytes, WorkbookLimits.Time);

    /// <summary>For every operation that changes a workbook, not only for marking its cells.</summary>
    public static Allowance Marking { get; } = new(MarkingPasses * WorkbookLimits.UnpackedBytes, WorkbookLimits.Time);

    /// <summary>
    /// For the workbook that contains only the list of findings, which is written when the original cannot be marked. There is no time
    /// limit: the number of findings already bounds the work, and on a slow machine a time limit could make even this workbook fail.
    /// </summary>
    public static Allowance List { get; } = new(WorkbookLimits.UnpackedBytes, TimeSpan.MaxValue);
}
