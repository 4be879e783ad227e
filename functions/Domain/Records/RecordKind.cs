using System.Collections.Immutable;

namespace KawasakiServerless.Domain;

/// <summary>
/// The kinds of records (種類), in the order of the report. A switch over them has no default arm: a kind that is added does not compile
/// until every part of the program knows it.
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

/// <summary>How a kind of record is called. Each record type declares its own.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Code">In storage: ward-activity.</param>
/// <param name="Plural">Of tables and counts: ward-activities.</param>
/// <param name="Name">On screens and pages: 区の取組.</param>
public sealed record RecordKindFacts(RecordKind Kind, string Code, string Plural, string Name)
{
    /// <summary>Whether readers are told how many there are. Plain summaries only introduce pages.</summary>
    public bool IsCounted { get; init; } = true;

    /// <summary>What the field of its name is called: 指標名.</summary>
    public string NameLabel { get; init; } = "名称";
}

/// <summary>The kinds of records and what is declared of them.</summary>
public static class RecordKinds
{
    public static IReadOnlyList<RecordKind> All { get; } = Enum.GetValues<RecordKind>();

    /// <summary>Those whose records are counted where a report is summed up.</summary>
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
