using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Accounting;

namespace KawasakiServerless.Workbooks.Reading;

/// <summary>The layouts of workbooks that departments submit: the template (様式), the report layout (報告書様式), or both.</summary>
public enum WorkbookLayout
{
    Template,
    Report,
    Both,
}

/// <summary>The result of reading a workbook: its records and its problems.</summary>
/// <param name="Department">Code of the department that the workbook names, or else of the one that is expected to submit, or else of the
/// one guessed from the file name or the column 担当局. Null when none of these is known.</param>
/// <param name="ReportingYear">The year that the workbook names; null when it names none.</param>
/// <param name="Layout">The layout of the workbook; null when neither a table nor the sheet はじめに was found.</param>
/// <param name="NothingToReport">Whether the department declares that it has nothing to report (該当なし).</param>
/// <param name="Records">All records that could be read, even if there are errors. Records without an id (管理番号), and all indicators, have a
/// unique draft id, which is not a <see cref="RecordId"/>.</param>
/// <param name="LastModified">The time of the last change according to the document properties, which anyone can edit; do not rely on
/// it.</param>
public sealed record WorkbookReading(
    string? Department,
    FiscalYear? ReportingYear,
    WorkbookLayout? Layout,
    bool NothingToReport,
    DepartmentRecords Records,
    EquatableList<Problem> Problems,
    DateTimeOffset? LastModified)
{
    /// <summary>How each visible non-empty cell was used, by sheet; empty when the workbook could not be opened.</summary>
    public EquatableList<SheetAccount> Sheets { get; init; } = [];

    /// <summary>
    /// The rules of machine readability (機械可読性) that the workbook violates. Null when no table was found, unless the department declares
    /// that it has nothing to report.
    /// </summary>
    public WorkbookReadability? Readability { get; init; }

    public bool IsAccepted => Problems.All(p => p.Severity != Severity.Error);

    public RecordCounts Counts => Records.Counts;
}
