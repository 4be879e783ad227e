namespace KawasakiServerless.Domain;

/// <summary>
/// All records of one workbook or of a whole report, grouped by kind. For a workbook, each list is in the order of the rows of its sheet.
/// </summary>
public sealed record DepartmentRecords
{
    // One list for each kind, in the order of RecordKind: an EquatableList of the kind's record type.
    private readonly EquatableList<IReadOnlyList<Record>> lists;

    private DepartmentRecords(EquatableList<IReadOnlyList<Record>> lists) => this.lists = lists;

    public static DepartmentRecords Empty { get; } = Of([]);

    public EquatableList<Initiative> Initiatives
    {
        get => ListOf<Initiative>();
        init => lists = With(value);
    }

    public EquatableList<Indicator> Indicators
    {
        get => ListOf<Indicator>();
        init => lists = With(value);
    }

    public EquatableList<Direction> Directions
    {
        get => ListOf<Direction>();
        init => lists = With(value);
    }

    public EquatableList<Collaboration> Collaborations
    {
        get => ListOf<Collaboration>();
        init => lists = With(value);
    }

    public EquatableList<WardActivity> WardActivities
    {
        get => ListOf<WardActivity>();
        init => lists = With(value);
    }

    public EquatableList<Statistic> Statistics => ListOf<Statistic>();

    public EquatableList<Passage> Passages => ListOf<Passage>();

    public EquatableList<PlainSummary> PlainSummaries => ListOf<PlainSummary>();

    public IEnumerable<Record> All => [.. lists.SelectMany(list => list)];

    public RecordCounts Counts => RecordCounts.Of(All);

    /// <summary>Groups mixed records by kind and keeps their order within each kind.</summary>
    public static DepartmentRecords Of(IReadOnlyCollection<Record> records) =>
        new([.. RecordKinds.All.Select(kind => kind.Facts().ListOf(records))]);

    /// <summary>Returns the records of one kind.</summary>
    public EquatableList<T> ListOf<T>()
        where T : Record => lists.OfType<EquatableList<T>>().Single();

    /// <summary>Applies a function to every record.</summary>
    public DepartmentRecords Select(Func<Record, Record> change) => Of([.. All.Select(change)]);

    private EquatableList<IReadOnlyList<Record>> With<T>(EquatableList<T> records)
        where T : Record => [.. lists.Select(list => list is EquatableList<T> ? records : list)];
}
