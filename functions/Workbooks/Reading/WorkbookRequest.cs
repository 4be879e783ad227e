using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Reading;

/// <summary>What is expected of a workbook that is read. The reader reports deviations from these expectations as problems.</summary>
/// <param name="Department">Code of the department that is expected to submit; null to accept any department that the workbook
/// names.</param>
public sealed record WorkbookRequest(Register Register, FiscalYear ReportingYear, string? Department)
{
    private static readonly HashSet<string> NoNumbers = [];

    /// <summary>
    /// The department's last report, for the same reporting year or the year before; empty when there is none. The reader compares the
    /// workbook's record ids (管理番号) and units with it.
    /// </summary>
    public DepartmentRecords Known { get; init; } = DepartmentRecords.Empty;

    /// <summary>
    /// The record ids (管理番号) that another department already reports for the same reporting year. Not empty only if several successors of
    /// a reorganized department received the same records.
    /// </summary>
    public IReadOnlySet<string> Taken { get; init; } = NoNumbers;

    /// <summary>
    /// The name of the file, such as 2018-健康福祉局.xlsx; null when it is unknown. The department is guessed from it if neither the workbook
    /// nor the request names one.
    /// </summary>
    public string? FileName { get; init; }

    /// <summary>The clock that measures the time limit of reading.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
