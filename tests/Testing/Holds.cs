using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Testing;

public static class Holds
{
    /// <summary>Stores a hold, which replaces the one in force, if any. No other process may change the hold at the same time.</summary>
    public static async Task SetAsync(this HoldStore holds, Hold hold, CancellationToken cancellation)
    {
        if (!await holds.TrySetAsync(hold, await holds.FindAsync(cancellation), cancellation))
            throw new InvalidOperationException("Another process has changed the hold.");
    }
}
