namespace KawasakiServerless.Domain;

/// <summary>
/// All records of one workbook or of a whole report, grouped by kind. For a workbook, each list is in the order of the rows of its sheet.
/// </summary>
public sealed record DepartmentRecords(
    EquatableList<Initiative> Initiatives,
    EquatableList<Indicator> Indicators,
    EquatableList<Direction> Directions,
    EquatableList<Collaboration> Collaborations,
    EquatableList<WardActivity> WardActivities,
    EquatableList<Statistic> Statistics,
    EquatableList<Passage> Passages,
    EquatableList<PlainSummary> PlainSummaries)
{
    public static DepartmentRecords Empty { get; } = new([], [], [], [], [], [], [], []);

    public IEnumerable<Record> All =>
        [.. Initiatives, .. Indicators, .. Directions, .. Collaborations, .. WardActivities, .. Statistics, .. Passages, .. PlainSummaries];

    /// <summary>Applies a function to every record; the function must not change the record's kind.</summary>
    public DepartmentRecords Select(Func<Record, Record> change) => new(
        Each(Initiatives, change),
        Each(Indicators, change),
        Each(Directions, change),
        Each(Collaborations, change),
        Each(WardActivities, change),
        Each(Statistics, change),
        Each(Passages, change),
        Each(PlainSummaries, change));

    /// <summary>Groups mixed records by kind and keeps their order within each kind.</summary>
    public static DepartmentRecords Of(IReadOnlyCollection<Record> records) => new(
        [.. records.OfType<Initiative>()],
        [.. records.OfType<Indicator>()],
        [.. records.OfType<Direction>()],
        [.. records.OfType<Collaboration>()],
        [.. records.OfType<WardActivity>()],
        [.. records.OfType<Statistic>()],
        [.. records.OfType<Passage>()],
        [.. records.OfType<PlainSummary>()]);

    public RecordCounts Counts => RecordCounts.Of(All);

    private static EquatableList<T> Each<T>(EquatableList<T> records, Func<Record, Record> change)
        where T : Record => records.Select(r => (T)change(r)).ToEquatableList();
}
