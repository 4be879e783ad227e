using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks;

/// <summary>A record that was read, and how to report what is wrong with it: by a column of the template, wherever that stands.</summary>
internal sealed record PlacedRecord(Record Record, Action<Column, Finding> Report)
{
    public static IEnumerable<(T Record, Action<Column, Finding> Report)> Of<T>(IEnumerable<PlacedRecord> records)
        where T : Record => records.Where(r => r.Record is T).Select(r => ((T)r.Record, r.Report));
}

/// <summary>Looks at all that a workbook says for what contradicts itself, whichever layout it was read from.</summary>
internal static class RecordChecks
{
    /// <param name="records">What was read.</param>
    /// <param name="known">What the department last reported.</param>
    public static void Run(IReadOnlyList<PlacedRecord> records, DepartmentRecords known)
    {
        Repetitions.CheckInitiatives(records);
        Repetitions.CheckIndicators(records);
        Repetitions.CheckDirections(records);
        foreach (var (indicator, report) in PlacedRecord.Of<Indicator>(records))
            new IndicatorCheck(indicator, report).Run();
        UnitSpelling.Check(records);
        UnitChanges.Check(records, known);
        foreach (var (statistic, report) in PlacedRecord.Of<Statistic>(records))
            StatisticCheck.Run(statistic, report);
    }
}
