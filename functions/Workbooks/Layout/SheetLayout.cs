using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>Who fills a sheet in.</summary>
internal enum SheetOwner
{
    Everyone,
    Coordinator,
    WardsAndCoordinator,
}

/// <summary>A sheet of the template: its name and columns, who fills it in, and how its records become rows.</summary>
/// <param name="Purpose">What to write in it, as はじめに says.</param>
/// <param name="Write">Yields a line for each row.</param>
internal sealed record SheetLayout(
    string Name,
    string Purpose,
    SheetOwner Owner,
    EquatableList<TemplateColumn> Columns,
    Func<DepartmentRecords, LayoutContext, IEnumerable<TemplateRow>> Write)
{
    /// <summary>
    /// The kind of record whose rows stand here; of initiatives, which have their indicators beside them, the initiatives.
    /// </summary>
    public required RecordKind Kind { get; init; }

    /// <summary>The column before which the fiscal years stand; null when the sheet has none.</summary>
    public TemplateColumn? YearsBefore { get; init; }

    /// <summary>Whether a workbook may be without it. Sheets that were added later are, for those filled in before.</summary>
    public bool IsOptional { get; init; }

    public bool HasYears => YearsBefore is not null;

    public bool IsFor(LayoutContext context) => Owner switch
    {
        SheetOwner.Everyone => true,
        SheetOwner.Coordinator => context.IsCoordinator,
        SheetOwner.WardsAndCoordinator => context.IsCoordinator || context.Department?.IsWard == true,
    };

    /// <summary>All columns in their order, one for each fiscal year among them.</summary>
    public IEnumerable<TemplateColumn> ColumnsFor(FiscalYear reportingYear) =>
        Columns.SelectMany(
            c => c == YearsBefore ? [.. ExpectedYears.Columns(reportingYear).Select(FigureKind.ColumnOf), c] : (TemplateColumn[])[c]);
}
