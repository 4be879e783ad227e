using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Reading;

/// <summary>The expectations against which a workbook is read.</summary>
/// <param name="Department">Code of the expected department; null to accept the department that the workbook names.</param>
public sealed record WorkbookRequest(Register Register, FiscalYear ReportingYear, string? Department)
{
    private static readonly HashSet<string> NoNumbers = [];

    /// <summary>
    /// The department's last report, from this year or the year before, against which 管理番号 and units are compared; empty when there is
    /// none.
    /// </summary>
    public DepartmentRecords Known { get; init; } = DepartmentRecords.Empty;

    /// <summary>
    /// The 管理番号 that another successor of the same predecessor reports this year; empty unless a department was split or merged.
    /// </summary>
    public IReadOnlySet<string> Taken { get; init; } = NoNumbers;

    /// <summary>
    /// The file name, which identifies the department when the workbook does not: 2018-健康福祉局.xlsx. Null when it is unknown.
    /// </summary>
    public string? FileName { get; init; }

    /// <summary>The clock for the time limit of reading.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
