using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Testing;

public static class StoredHistories
{
    /// <summary>Reads the changes of all publications that are committed so far.</summary>
    public static async Task<StoredHistory> ReadHistoryAsync(this ChangeStore store) =>
        await store.ReadAsync(await store.NumberedAsync(default), default);
}
