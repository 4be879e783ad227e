using System.Collections;

namespace KawasakiServerless.Domain;

/// <summary>
/// Records in the order of the report, with an index by key that is built together with the list. Two lists are equal if they contain the
/// same records in the same order; the index follows from the records and is not compared.
/// </summary>
public abstract class RecordList<T>(EquatableList<T> records, Func<T, string> keyOf) : IReadOnlyList<T>
{
    private readonly ILookup<string, T> byKey = records.ToLookup(keyOf, StringComparer.Ordinal);

    /// <summary>The records of this list, without the index.</summary>
    public EquatableList<T> Records => records;

    public int Count => records.Count;

    public T this[int index] => records[index];

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)records).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override bool Equals(object? obj) => obj is RecordList<T> other && records.Equals(other.Records);

    public override int GetHashCode() => records.GetHashCode();

    public override string ToString() => records.ToString();

    /// <summary>Returns the records with a key, in the order of the list; none if no record has it.</summary>
    protected IEnumerable<T> WithKey(string key) => byKey[key];
}
