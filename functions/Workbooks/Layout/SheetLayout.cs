using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>The departments that fill in a sheet.</summary>
internal enum SheetOwner
{
    Everyone,
    Coordinator,
    WardsAndCoordinator,
}

/// <summary>A sheet of the template: its name and columns, who fills it in, and how its records become rows.</summary>
/// <param name="Purpose">The description of the sheet on はじめに.</param>
/// <param name="Write">Converts the records into rows.</param>
internal sealed record SheetLayout(
    string Name,
    string Purpose,
    SheetOwner Owner,
    EquatableList<TemplateColumn> Columns,
    Func<DepartmentRecords, LayoutContext, IEnumerable<TemplateRow>> Write)
{
    /// <summary>The kind of record in the sheet's rows; for initiatives with their indicators, the initiatives.</summary>
    public required RecordKind Kind { get; init; }

    /// <summary>The column before which the fiscal years are inserted; null when the sheet has none.</summary>
    public TemplateColumn? YearsBefore { get; init; }

    /// <summary>
    /// Whether a workbook may lack the sheet. Sheets that were added later are optional, because older workbooks do not have them.
    /// </summary>
    public bool IsOptional { get; init; }

    public bool HasYears => YearsBefore is not null;

    public bool IsFor(LayoutContext context) => Owner switch
    {
        SheetOwner.Everyone => true,
        SheetOwner.Coordinator => context.IsCoordinator,
        SheetOwner.WardsAndCoordinator => context.IsCoordinator || context.Department?.IsWard == true,
    };

    /// <summary>All columns in order, including one per fiscal year.</summary>
    public IEnumerable<TemplateColumn> ColumnsFor(FiscalYear reportingYear) =>
        Columns.SelectMany(
            c => c == YearsBefore ? [.. ExpectedYears.Columns(reportingYear).Select(FigureKind.ColumnOf), c] : (TemplateColumn[])[c]);
}
