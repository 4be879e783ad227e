namespace KawasakiServerless.Storage.Tables;

internal static class SameEntity
{
    /// <summary>Whether the table holds exactly what was sent: the same properties, types and values.</summary>
    public static bool As(ITableEntity sent, TableEntity found)
    {
        var ours = EntityMap.PropertiesOf(sent).ToDictionary(p => p.Name, p => EdmValue.Normalized(p.Value), StringComparer.Ordinal);
        var theirs = EntityMap.PropertiesOf(found).ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal);
        return ours.Count == theirs.Count && ours.All(p => theirs.TryGetValue(p.Key, out var value) && Same(p.Value, value));
    }

    private static bool Same(object ours, object theirs) =>
        ours is byte[] bytes ? theirs is byte[] others && bytes.AsSpan().SequenceEqual(others) : ours.Equals(theirs);
}
