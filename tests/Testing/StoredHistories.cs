using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Testing;

public static class StoredHistories
{
    /// <summary>The history of changes as it is now.</summary>
    public static async Task<StoredHistory> ReadHistoryAsync(this ChangeStore store) =>
        await store.ReadAsync(await store.NumberedAsync(default), default);
}
