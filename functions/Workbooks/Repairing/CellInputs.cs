using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>
/// Creates the fields of the form in which staff correct single cells (ここで直す). The kind of a field depends on the template column to which
/// the cell belongs.
/// </summary>
public static class CellInputs
{
    /// <summary>
    /// The maximum number of fields. Nobody fills in a larger form; the remaining cells appear in the form after these have been corrected.
    /// </summary>
    public const int Most = 500;

    private const int MostTried = 3_000;

    private static readonly HashSet<string> NotByOneCell =
    [
        .. new[]
        {
            ProblemKinds.OtherDepartment, ProblemKinds.OtherYear, ProblemKinds.OlderTemplate, ProblemKinds.SheetMissing,
            ProblemKinds.SheetNotRead, ProblemKinds.RowNotRead,
            ProblemKinds.CellNotRead, ProblemKinds.ShapeNotRead, ProblemKinds.ColumnTwice, ProblemKinds.Hidden, ProblemKinds.TotalsRow,
            ProblemKinds.MergedAcross,
        }.Select(k => k.Code),
    ];

    /// <summary>
    /// Returns a field for each cell that has a problem which a new value of this cell can solve, in the order of the problems.
    /// </summary>
    /// <param name="workbook">The uploaded file.</param>
    /// <param name="request">The request with which the workbook was checked.</param>
    /// <param name="problems">The problems that the check found.</param>
    /// <param name="cancellation">Cancels the operation.</param>
    /// <returns>At most 500 fields; none for a workbook that cannot be edited.</returns>
    /// <exception cref="OperationCanceledException">The operation was cancelled.</exception>
    public static EquatableList<CellInput> Of(
        ReadOnlyMemory<byte> workbook, WorkbookRequest request, IReadOnlyList<Problem> problems, CancellationToken cancellation)
    {
        if (CompoundFile.IsOne(workbook.Span) || OpenedCells.Of(workbook, request, DepartmentRecords.Empty, cancellation) is not { } opened)
            return [];
        var placed = problems.Where(p => p.Sheet is not null && !NotByOneCell.Contains(p.Code))
            .SelectMany(p => CellNames.Of(p), (p, at) => (Problem: p, At: at))
            .Take(MostTried)
            .Select(p => (p.Problem, Place: opened.Places.Of(p.Problem.Sheet!, p.At)))
            .Where(p => p.Place is not null)
            .GroupBy(p => (p.Place!.Sheet.Name, p.Place.At));
        return [.. placed.Take(Most).Select(g => Input(opened, g.First().Place!, [.. g.Select(p => p.Problem)]))];
    }

    private static CellInput Input(OpenedCells opened, CellPlace place, EquatableList<Problem> problems)
    {
        var input = new CellInput(place.Sheet.Name, place.At.ToString(), place.Label, place.Cell.Text, KindOf(place), problems);
        return place.Column is not { } column || place.IsHeader ? input : input with
        {
            Choices = [.. column == FrontSheet.Department ? opened.Context.Register.Departments.Select(d => d.Name)
                : column.Choices(opened.Context)],
            Suggestions = SuggestionsFor(column, opened),
            QuickChoices = [.. QuickChoices.For(place, problems, opened)],
            Hint = column.HintFor(opened.Context.Register),
            Example = column.Example,
            IsRequired = column.IsRequired,
            MaxLength = MaxLengthOf(column),
        };
    }

    private static CellInputKind KindOf(CellPlace place) =>
        place.IsHeader ? CellInputKind.Text
        : place.Column is not { } column ? CellInputKind.Lines
        : column == FrontSheet.Department ? CellInputKind.Choice
        : column == FrontSheet.ReportingYear ? CellInputKind.Year
        : column.Input;

    private static EquatableList<string> SuggestionsFor(TemplateColumn column, OpenedCells opened) =>
        column == SharedColumns.Divisions ? [.. opened.Names.Divisions]
        : column == CollaborationSheet.Partners ? [.. opened.Context.Register.Departments.Select(d => d.Name)]
        : column == InitiativeSheet.Unit ? ["人", "回", "件", "か所", "団体", "部", "%"]
        : [];

    private static int MaxLengthOf(TemplateColumn column) =>
        column.Input == CellInputKind.Figure ? RecordLimits.FigureLength
        : column == SharedColumns.Divisions || column.Input == CellInputKind.Lines ? RecordLimits.ListLength
        : column == PassageSheet.Document ? RecordLimits.DocumentLength
        : column == PassageSheet.Path ? RecordLimits.PathLength
        : RecordLimits.TextLength;
}
