using System.Collections.Immutable;

namespace KawasakiServerless.Domain;

/// <summary>
/// The kinds of records (種類), in the order of the report. Switches over this enum have no default arm, so the program does not compile
/// until every switch handles a newly added kind.
/// </summary>
public enum RecordKind
{
    Initiative,
    Indicator,
    Direction,
    Collaboration,
    WardActivity,
    Statistic,
    Passage,
    PlainSummary,
}

/// <summary>The names of a kind of record. Each record type declares its own.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Code">The code in the row keys of the table of records, such as ward-activity.</param>
/// <param name="Plural">The plural, used to name tables of open data and counts, such as ward-activities.</param>
/// <param name="Name">The name on screens and pages, such as 区の取組.</param>
public abstract record RecordKindFacts(RecordKind Kind, string Code, string Plural, string Name)
{
    /// <summary>
    /// Whether the number of records of this kind is published. Plain summaries are not counted, because they only introduce pages.
    /// </summary>
    public bool IsCounted { get; init; } = true;

    /// <summary>The label of <see cref="Field.Name"/> for this kind, such as 指標名.</summary>
    public string NameLabel { get; init; } = "名称";

    /// <summary>Returns the records of this kind, in an <see cref="EquatableList{T}"/> of their type.</summary>
    internal abstract IReadOnlyList<Record> ListOf(IEnumerable<Record> records);
}

/// <inheritdoc/>
/// <typeparam name="T">The type of the records.</typeparam>
public sealed record RecordKindFacts<T>(RecordKind Kind, string Code, string Plural, string Name)
    : RecordKindFacts(Kind, Code, Plural, Name)
    where T : Record
{
    internal override IReadOnlyList<Record> ListOf(IEnumerable<Record> records) => records.OfType<T>().ToEquatableList();
}

/// <summary>Lists the kinds of records and returns the names of each.</summary>
public static class RecordKinds
{
    public static IReadOnlyList<RecordKind> All { get; } = Enum.GetValues<RecordKind>();

    /// <summary>The kinds whose records are counted in summaries of a report.</summary>
    public static ImmutableArray<RecordKind> Counted { get; } = [.. All.Where(k => k.Facts().IsCounted)];

    public static RecordKindFacts Facts(this RecordKind kind) => kind switch
    {
        RecordKind.Initiative => Initiative.Facts,
        RecordKind.Indicator => Indicator.Facts,
        RecordKind.Direction => Direction.Facts,
        RecordKind.Collaboration => Collaboration.Facts,
        RecordKind.WardActivity => WardActivity.Facts,
        RecordKind.Statistic => Statistic.Facts,
        RecordKind.Passage => Passage.Facts,
        RecordKind.PlainSummary => PlainSummary.Facts,
    };
}
