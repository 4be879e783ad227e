namespace KawasakiServerless.Domain;

/// <summary>The ids (管理番号) that records of a department have ever had, so that no id is assigned twice.</summary>
/// <param name="Last">The highest number of a record, such as 12 for zaisei-0012; 0 for none.</param>
/// <param name="Removed">The indicators that were removed from their initiatives, ordered by id. An indicator that returns gets its id
/// again.</param>
public sealed record AssignedNumbers(int Last, EquatableList<RemovedIndicator> Removed)
{
    // Far more than a department reports. The row of a submission would be too large with many times as many.
    private const int MostRemoved = 10_000;

    public static AssignedNumbers None { get; } = new(0, []);

    /// <summary>Combines the numbers of several submissions of a department.</summary>
    public static AssignedNumbers Of(IReadOnlyCollection<AssignedNumbers> numbers) =>
        new(numbers.Select(n => n.Last).DefaultIfEmpty().Max(), Ordered(numbers.SelectMany(n => n.Removed)));

    /// <summary>Adds the indicators that a submission removes by replacing the records of an earlier one.</summary>
    public AssignedNumbers After(DepartmentRecords before, DepartmentRecords after)
    {
        var present = after.Indicators.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        return this with
        {
            Removed = Ordered(before.Indicators.Select(RemovedIndicator.Of).Concat(Removed).Where(i => !present.Contains(i.Id))),
        };
    }

    private static EquatableList<RemovedIndicator> Ordered(IEnumerable<RemovedIndicator> removed) =>
        [.. removed.DistinctBy(i => i.Id).OrderBy(i => i.Id, StringComparer.Ordinal).Take(MostRemoved)];
}
