using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>The departments that fill in a sheet.</summary>
internal enum SheetOwner
{
    Everyone,
    Coordinator,
    WardsAndCoordinator,
}

/// <summary>
/// Describes a sheet of the template: its name and columns, the departments that fill it in, and how records become rows.
/// </summary>
/// <param name="Purpose">The Japanese description of the sheet, printed on the sheet はじめに.</param>
/// <param name="Write">Converts a department's records into the rows of this sheet.</param>
internal sealed record SheetLayout(
    string Name,
    string Purpose,
    SheetOwner Owner,
    EquatableList<TemplateColumn> Columns,
    Func<DepartmentRecords, LayoutContext, IEnumerable<TemplateRow>> Write)
{
    /// <summary>
    /// The kind of record in the rows of the sheet. The sheet that contains both initiatives and their indicators has the kind
    /// <see cref="RecordKind.Initiative"/>.
    /// </summary>
    public required RecordKind Kind { get; init; }

    /// <summary>The column before which one column per fiscal year is inserted; null when the sheet has no such columns.</summary>
    public TemplateColumn? YearsBefore { get; init; }

    /// <summary>
    /// Whether a workbook is complete without the sheet. True for sheets that were added to the template later, because older workbooks do
    /// not have them.
    /// </summary>
    public required bool IsOptional { get; init; }

    public bool HasYears => YearsBefore is not null;

    public bool IsFor(LayoutContext context) => Owner switch
    {
        SheetOwner.Everyone => true,
        SheetOwner.Coordinator => context.IsCoordinator,
        SheetOwner.WardsAndCoordinator => context.IsCoordinator || context.Department?.IsWard == true,
    };

    /// <summary>The departments that fill in the sheet, as messages name them.</summary>
    public string Reporters => Owner switch
    {
        SheetOwner.Everyone => "すべての局・区",
        SheetOwner.Coordinator => "報告の取りまとめ担当の局",
        SheetOwner.WardsAndCoordinator => "各区役所",
    };

    /// <summary>
    /// Returns all columns in order. A sheet with columns for fiscal years has one for the reporting year and one for each of the two years
    /// before it.
    /// </summary>
    public IEnumerable<TemplateColumn> ColumnsFor(FiscalYear reportingYear) =>
        Columns.SelectMany(
            c => c == YearsBefore ? [.. ExpectedYears.Columns(reportingYear).Select(FigureKind.ColumnOf), c] : (TemplateColumn[])[c]);
}
