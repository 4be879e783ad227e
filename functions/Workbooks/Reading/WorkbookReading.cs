using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Accounting;

namespace KawasakiServerless.Workbooks.Reading;

/// <summary>The two layouts a department may use (様式・報告書様式).</summary>
public enum WorkbookLayout
{
    Template,
    Report,
    Both,
}

/// <summary>What a workbook says, and what is wrong with it.</summary>
/// <param name="Department">Code of the department the workbook names, or else of the one expected.</param>
/// <param name="ReportingYear">The year the workbook names; null when it names none.</param>
/// <param name="Layout">Null when no table was found.</param>
/// <param name="NothingToReport">該当なし.</param>
/// <param name="Records">What could be read, errors or not. Records without 管理番号 have a unique draft id that is no <see cref="RecordId"/>,
/// as indicators always do.</param>
/// <param name="LastModified">As the workbook says; not to be trusted.</param>
public sealed record WorkbookReading(
    string? Department,
    FiscalYear? ReportingYear,
    WorkbookLayout? Layout,
    bool NothingToReport,
    DepartmentRecords Records,
    EquatableList<Problem> Problems,
    DateTimeOffset? LastModified)
{
    /// <summary>What became of each visible sheet; empty when the workbook could not be opened.</summary>
    public EquatableList<SheetAccount> Sheets { get; init; } = [];

    /// <summary>How it keeps the rules of machine readability (機械可読性); null when no table was found.</summary>
    public WorkbookReadability? Readability { get; init; }

    public bool IsAccepted => Problems.All(p => p.Severity != Severity.Error);

    public RecordCounts Counts => Records.Counts;
}
