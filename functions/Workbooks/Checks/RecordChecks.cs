using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.Checks;

/// <summary>
/// Runs all checks of the records of a workbook: for repetitions, contradictions, exceeded limits and implausible figures. The records may
/// come from a workbook in the layout of the template or in that of the printed report.
/// </summary>
internal static class RecordChecks
{
    /// <param name="records">The records of the workbook.</param>
    /// <param name="scope">The context of reading the workbook; contains the department's last report.</param>
    public static void Run(IReadOnlyList<PlacedRecord> records, WorkbookScope scope)
    {
        var budget = scope.Budget;
        Repetitions.CheckInitiatives(records);
        budget.Look();
        Repetitions.CheckIndicators(records);
        budget.Look();
        Repetitions.CheckDirections(records);
        budget.Look();
        Repetitions.CheckCollaborations(records);
        Repetitions.CheckWardActivities(records);
        Repetitions.CheckPassages(records);
        var told = new TextContradictions(records, scope).Check();
        foreach (var placed in records)
        {
            budget.Step();
            LimitCheck.Run(placed);
            SeveralItems.Check(placed, budget);
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
