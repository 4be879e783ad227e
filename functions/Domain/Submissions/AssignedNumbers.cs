namespace KawasakiServerless.Domain;

/// <summary>What is known of the ids (管理番号) already assigned in a department, so that no id is assigned twice.</summary>
/// <param name="Last">The highest number that any record has had, such as 12 for zaisei-0012, except numbers that <see cref="Identities"/>
/// assumes to be mistyped; 0 for none.</param>
/// <param name="Removed">The indicators that were removed from their initiatives, ordered by id. An indicator that returns gets its id
/// again. After <see cref="Of"/>, the list may still contain indicators that have returned.</param>
public sealed record AssignedNumbers(int Last, EquatableList<RemovedIndicator> Removed)
{
    // Far more than a department removes. The limit keeps the row of a submission small enough; any further indicators are dropped.
    private const int MostRemoved = 10_000;

    public static AssignedNumbers None { get; } = new(0, []);

    /// <summary>Combines the numbers of several submissions of a department.</summary>
    public static AssignedNumbers Of(IReadOnlyCollection<AssignedNumbers> numbers) =>
        new(numbers.Select(n => n.Last).DefaultIfEmpty().Max(), Ordered(numbers.SelectMany(n => n.Removed)));

    /// <summary>Adds the indicators that are in the earlier records but not in the new ones, and takes out those that returned.</summary>
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
