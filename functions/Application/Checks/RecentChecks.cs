using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Checks;

namespace KawasakiServerless.Application.Checks;

/// <summary>Lists the checks of a department that have not expired (この24時間の点検).</summary>
public sealed class RecentChecks(CheckStore checks, TimeProvider time)
{
    /// <returns>Newest first.</returns>
    public async Task<IReadOnlyList<StoredCheck>> OfAsync(DepartmentYear report, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return [.. (await checks.ListAsync(report, cancellation)).Where(c => now < c.ExpiresAt)];
    }
}
