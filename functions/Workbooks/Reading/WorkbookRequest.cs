using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Reading;

/// <summary>What a workbook is expected to be.</summary>
/// <param name="Department">Code of the department; null for whatever the workbook says.</param>
public sealed record WorkbookRequest(Register Register, FiscalYear ReportingYear, string? Department)
{
    private static readonly HashSet<string> NoNumbers = [];

    /// <summary>
    /// What the department last reported, this year or the year before, with which 管理番号 and units are compared; empty when nothing is
    /// known.
    /// </summary>
    public DepartmentRecords Known { get; init; } = DepartmentRecords.Empty;

    /// <summary>
    /// 管理番号 that another successor of the same predecessor reports this year; nothing where no department was split or merged.
    /// </summary>
    public IReadOnlySet<string> Taken { get; init; } = NoNumbers;

    /// <summary>Names the department where the workbook itself does not: 2018-健康福祉局.xlsx. Null when nobody knows it.</summary>
    public string? FileName { get; init; }

    /// <summary>The clock by which reading has an end.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
