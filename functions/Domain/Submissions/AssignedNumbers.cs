namespace KawasakiServerless.Domain;

/// <summary>
/// What is known of the ids (管理番号) already assigned in a department, for all reporting years, so that no id is assigned twice.
/// </summary>
/// <param name="Last">The highest number that any record has had, such as 12 for zaisei-0012, except numbers that <see cref="Identities"/>
/// assumes to be mistyped; 0 for none.</param>
/// <param name="Indicators">All indicators that submissions contained, also those that were removed, ordered by id. An indicator that
/// returns, or that another reporting year contains, gets its id again.</param>
public sealed record AssignedNumbers(int Last, EquatableList<KnownIndicator> Indicators)
{
    // Far more than a department has. The limit keeps the row that stores the numbers small enough; any further indicators are dropped.
    private const int MostIndicators = 10_000;

    public static AssignedNumbers None { get; } = new(0, []);

    /// <summary>Combines the numbers that several submissions of a department assigned.</summary>
    public static AssignedNumbers Of(IReadOnlyCollection<AssignedNumbers> numbers) =>
        new(numbers.Select(n => n.Last).DefaultIfEmpty().Max(), Ordered(numbers.SelectMany(n => n.Indicators)));

    /// <summary>Adds the indicators of a submission.</summary>
    public AssignedNumbers With(IEnumerable<Indicator> indicators) =>
        this with { Indicators = Ordered(Indicators.Concat(indicators.Select(KnownIndicator.Of))) };

    private static EquatableList<KnownIndicator> Ordered(IEnumerable<KnownIndicator> indicators) =>
        [.. indicators.DistinctBy(i => i.Id).OrderBy(i => i.Id, StringComparer.Ordinal).Take(MostIndicators)];
}
