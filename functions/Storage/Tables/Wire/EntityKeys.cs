using System.Text;

namespace KawasakiServerless.Storage.Tables;

/// <summary>What the service refuses as a key; the emulator does not always.</summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model</remarks>
internal static class EntityKeys
{
    private const int LongestKey = 1024;

    public static void Check(ITableEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        Check(entity.PartitionKey, entity.RowKey);
    }

    public static void Check(string partitionKey, string rowKey)
    {
        CheckOne(partitionKey, nameof(partitionKey));
        CheckOne(rowKey, nameof(rowKey));
    }

    /// <summary>The entity's address below the table service.</summary>
    public static string PathOf(string table, string partitionKey, string rowKey) =>
        $"{table}(PartitionKey='{Escaped(partitionKey)}',RowKey='{Escaped(rowKey)}')";

    private static void CheckOne(string key, string name)
    {
        ArgumentNullException.ThrowIfNull(key, name);
        if (key.Length > LongestKey)
            throw new ArgumentException($"A key has at most {LongestKey} characters; this one has {key.Length}.", name);
        if (key.EnumerateRunes().Any(Rune.IsControl) || key.AsSpan().ContainsAny(@"/\#?"))
            throw new ArgumentException(@"A key cannot contain / \ # ? or a control character.", name);
        if (!IsWellFormed(key))
            throw new ArgumentException("A key cannot contain half of a surrogate pair.", name);
    }

    private static bool IsWellFormed(string key)
    {
        for (var i = 0; i < key.Length; i++)
        {
            if (char.IsSurrogate(key[i]) && !(i + 1 < key.Length && char.IsSurrogatePair(key[i], key[++i])))
                return false;
        }

        return true;
    }

    private static string Escaped(string key) => Uri.EscapeDataString(key.Replace("'", "''", StringComparison.Ordinal));
}
