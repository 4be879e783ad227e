using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Checks;
using KawasakiServerless.Storage.Reviews;

namespace KawasakiServerless.Application.Checks;

/// <summary>Lists the checks of a department that have not expired (この24時間の点検).</summary>
public sealed class RecentChecks(CheckStore checks, ReviewStore reviews, TimeProvider time)
{
    /// <returns>Newest first. Values that were confirmed since the check are not counted as values to confirm.</returns>
    public async Task<IReadOnlyList<StoredCheck>> OfAsync(DepartmentYear report, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var recent = (await checks.ListAsync(report, cancellation)).Where(c => now < c.ExpiresAt).ToList();
        if (recent.TrueForAll(c => c.Confirm == 0) || await reviews.ConfirmationsAsync(report, cancellation) is not [_, ..] confirmations)
            return recent;
        return await Task.WhenAll(recent.Select(c => c.Confirm == 0 ? Task.FromResult(c) : CountAsync(c, confirmations, cancellation)));
    }

    private async Task<StoredCheck> CountAsync(
        StoredCheck stored, IReadOnlyList<Confirmation> confirmations, CancellationToken cancellation) =>
        CheckId.TryParse(stored.Id, out var id) && await checks.FindAsync(id, cancellation) is { } check
            ? stored with { Confirm = check.Problems.Unconfirmed(confirmations).Count }
            : stored;
}
