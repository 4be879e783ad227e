using System.Text.Json.Serialization;

namespace KawasakiServerless.Domain;

/// <summary>
/// The number of records of each counted kind (件数). In JSON each kind is a member with its plural name, such as wardActivities.
/// </summary>
/// <param name="ByKind">The numbers, one per kind, in the order of <see cref="RecordKinds.Counted"/>.</param>
[JsonConverter(typeof(RecordCountsConverter))]
public sealed record RecordCounts(EquatableList<int> ByKind)
{
    public static RecordCounts Zero { get; } = Of(_ => 0);

    public static RecordCounts Of(IEnumerable<Record> records)
    {
        var counts = records.CountBy(r => r.GetRecordKind()).ToDictionary();
        return Of(counts.GetValueOrDefault);
    }

    public static RecordCounts Of(Func<RecordKind, int> countOf) => new([.. RecordKinds.Counted.Select(countOf)]);

    public static RecordCounts operator +(RecordCounts left, RecordCounts right) => left.Add(right);

    public int this[RecordKind kind] => RecordKinds.Counted.IndexOf(kind) is >= 0 and var at ? ByKind[at] : 0;

    public int Total() => ByKind.Sum();

    public RecordCounts Add(RecordCounts other) => Of(kind => this[kind] + other[kind]);

    /// <summary>Returns the kinds that have at least one record, with their names and numbers of records.</summary>
    public IEnumerable<(RecordKindFacts Facts, int Count)> Present() =>
        RecordKinds.Counted.Select(k => (k.Facts(), this[k])).Where(c => c.Item2 > 0);
}
