using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.Checks;

/// <summary>Looks at all that a workbook says for what contradicts itself, whichever layout it was read from.</summary>
internal static class RecordChecks
{
    /// <param name="records">What was read.</param>
    /// <param name="scope">Of the workbook, with what the department last reported.</param>
    public static void Run(IReadOnlyList<PlacedRecord> records, WorkbookScope scope)
    {
        var budget = scope.Budget;
        Repetitions.CheckInitiatives(records);
        budget.Look();
        Repetitions.CheckIndicators(records);
        budget.Look();
        Repetitions.CheckDirections(records);
        var told = new TextContradictions(records, scope).Check();
        foreach (var placed in records)
        {
            budget.Step();
            LimitCheck.Run(placed);
            if (placed.Record is Indicator indicator)
                new IndicatorCheck(indicator, placed, told).Run();
        }

        TotalCheck.Check(records, budget);
        UnitSpelling.Check(records);
        budget.Look();
        UnitChanges.Check(records, scope.Known);
        budget.Look();
        foreach (var placed in records)
        {
            if (placed.Record is Statistic statistic)
                StatisticCheck.Run(statistic, placed);
        }
    }
}
