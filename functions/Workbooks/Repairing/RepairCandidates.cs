using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Accounting;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Reading;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Repairing;

/// <summary>
/// Proposes corrections for the problems of a workbook according to <see cref="RepairRules"/>. The corrections are not verified yet.
/// </summary>
internal static class RepairCandidates
{
    // The maximum numbers of proposals and of cells that are examined. Nobody reviews more proposals at a time, and a hostile workbook
    // could otherwise cause any number of them.
    private const int Most = 1_000, MostTried = 3_000;

    public static IEnumerable<RepairProposal> Of(
        ReadOnlyMemory<byte> workbook, WorkbookRequest request, WorkbookReading reading, CancellationToken cancellation)
    {
        if (!reading.Problems.Any(p => RepairRules.Of(p.Code)?.Propose is not null)
            || OpenedCells.Of(workbook, request, reading.Records, cancellation) is not { } opened)
            return [];
        return reading.Problems
            .SelectMany(p => CellNames.Of(p), (p, at) => (Problem: p, At: at))
            .Take(MostTried)
            .Select(c => opened.Propose(c.Problem, c.At))
            .OfType<RepairProposal>()
            .DistinctBy(p => (p.Sheet, p.Cell))
            .Take(Most);
    }
}

/// <summary>The cells of a workbook, and the data from which correct values are derived.</summary>
internal sealed record OpenedCells(CellPlaces Places, LayoutContext Context, KnownLines Known, KnownNames Names)
{
    /// <summary>Returns null when the workbook cannot be opened or exceeds a limit.</summary>
    public static OpenedCells? Of(
        ReadOnlyMemory<byte> workbook, WorkbookRequest request, DepartmentRecords read, CancellationToken cancellation)
    {
        var budget = new Budget(request.Time, cancellation);
        try
        {
            return SpreadsheetReader.Read(workbook, budget).Workbook is { } opened ? Of(opened, request, read, budget) : null;
        }
        catch (InvalidDataException) when (budget.Exceeded is not null)
        {
            return null;
        }
    }

    private static OpenedCells Of(Spreadsheet workbook, WorkbookRequest request, DepartmentRecords read, Budget budget)
    {
        var names = new DepartmentNames(request.Register);
        var front = new FrontReader(workbook, request, names, ReadingProgress.Begin(workbook, budget)).Read();
        var context = new LayoutContext(names, request.ReportingYear, front.Department);
        return new(new(workbook, context), context, new(request.Known, context), new(request.Known, read, names));
    }

    /// <summary>
    /// Returns the correction of a cell that has the given problem. Null when the correct value is not certain, or when the cell already
    /// has this value and no struck-out characters.
    /// </summary>
    public RepairProposal? Propose(Problem problem, CellAddress at)
    {
        if (problem.Sheet is null || RepairRules.Of(problem.Code)?.Propose is not { } propose
            || Places.Of(problem.Sheet, at) is not { } place)
            return null;
        var value = propose(new(place, ExampleOf(problem), Context, Known, Names));
        var isSame = value == CellValue.Of(place.Cell.Text) && !place.Cell.HasStruck;
        return value is null || isSame
            ? null
            : new(problem.Sheet, place.At.ToString(), place.Label, place.Cell.Text, value, problem) { At = place.At };
    }

    private static string ExampleOf(Problem problem) => problem.RemedyLines() is [_, var example] ? example["例：".Length..] : "";
}
