using Azure.Data.Tables;

namespace KawasakiServerless.Storage.Rows;

internal static class SameRow
{
    /// <summary>Whether the stored row is exactly the row that was sent: the same columns, types and values.</summary>
    public static bool Matches(TableEntity found, TableEntity sent)
    {
        var theirs = found.Columns().ToDictionary(StringComparer.Ordinal);
        var ours = sent.Columns().ToList();
        return ours.Count == theirs.Count
            && ours.TrueForAll(column => theirs.TryGetValue(column.Key, out var value) && value.Equals(column.Value));
    }
}
