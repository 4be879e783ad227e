using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Accounting;

namespace KawasakiServerless.Workbooks.Reading;

/// <summary>The layouts that a department may use (様式・報告書様式).</summary>
public enum WorkbookLayout
{
    Template,
    Report,
    Both,
}

/// <summary>The content of a workbook and its problems.</summary>
/// <param name="Department">Code of the department that the workbook names, or else of the expected one.</param>
/// <param name="ReportingYear">The year that the workbook names; null when it names none.</param>
/// <param name="Layout">Null when no table was found.</param>
/// <param name="NothingToReport">該当なし.</param>
/// <param name="Records">The records that could be read, even if there are errors. Records without 管理番号, and all indicators, have a unique
/// draft id that is not a <see cref="RecordId"/>.</param>
/// <param name="LastModified">The time of the last change from the document properties; not trustworthy.</param>
public sealed record WorkbookReading(
    string? Department,
    FiscalYear? ReportingYear,
    WorkbookLayout? Layout,
    bool NothingToReport,
    DepartmentRecords Records,
    EquatableList<Problem> Problems,
    DateTimeOffset? LastModified)
{
    /// <summary>The outcome for each visible sheet; empty when the workbook could not be opened.</summary>
    public EquatableList<SheetAccount> Sheets { get; init; } = [];

    /// <summary>The compliance with the rules of machine readability (機械可読性); null when no table was found.</summary>
    public WorkbookReadability? Readability { get; init; }

    public bool IsAccepted => Problems.All(p => p.Severity != Severity.Error);

    public RecordCounts Counts => Records.Counts;
}
