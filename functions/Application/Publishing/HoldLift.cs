using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Audit;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Publishing;

/// <summary>Lifts the hold with which a restore blocks new publications (保留の解除), and records who lifted it.</summary>
public sealed class HoldLift(HoldStore holds, AuditLog audit, TimeProvider time)
{
    /// <returns>False when another publication was restored since the hold was read, so that its hold stays. Otherwise true, also if
    /// another person has lifted the hold first; then only that person is recorded.</returns>
    public async Task<bool> TryAsync(Hold hold, string who, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        // The entry is written first: a crash in between leaves an entry without a lift, never a lift without an entry. Each attempt has
        // its own entry, so that withdrawing it does not remove the entry of another person who did lift the hold.
        var entry = new AuditEntry($"lift-{hold.Publication}-{PublicationStore.NewId(now)}", who, "lift hold", hold.Restored, now);
        var written = await audit.AddAsync(entry, cancellation);
        if (await holds.TryLiftAsync(hold, entry.Id, cancellation))
            return true;
        await audit.WithdrawAsync(entry, written, cancellation);
        return await holds.FindAsync(cancellation) is null;
    }
}
