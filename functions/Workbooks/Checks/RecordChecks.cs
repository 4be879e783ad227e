using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks;

/// <summary>A record that was read, and how to report what is wrong with it: by a column of the template, wherever that stands.</summary>
internal sealed class PlacedRecord(Record record, Action<Record, Column, Finding> report)
{
    public Record Record => record;

    public void Report(Column column, Finding finding) => report(record, column, finding);
}

/// <summary>Looks at all that a workbook says for what contradicts itself, whichever layout it was read from.</summary>
internal static class RecordChecks
{
    /// <param name="records">What was read.</param>
    /// <param name="known">What the department last reported.</param>
    /// <param name="budget">Of reading the workbook.</param>
    public static void Run(IReadOnlyList<PlacedRecord> records, DepartmentRecords known, Budget budget)
    {
        Repetitions.CheckInitiatives(records);
        budget.Look();
        Repetitions.CheckIndicators(records);
        budget.Look();
        Repetitions.CheckDirections(records);
        foreach (var placed in records)
        {
            budget.Step();
            LimitCheck.Run(placed);
            if (placed.Record is Indicator indicator)
                new IndicatorCheck(indicator, placed).Run();
        }

        UnitSpelling.Check(records);
        budget.Look();
        UnitChanges.Check(records, known);
        budget.Look();
        foreach (var placed in records)
        {
            if (placed.Record is Statistic statistic)
                StatisticCheck.Run(statistic, placed);
        }
    }
}
