using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Records;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Application.Submissions;

/// <summary>
/// Assigns the numbers in the ids (管理番号) of a department's records. A number is reserved before a record with it is stored, so that it is
/// never assigned twice, whichever reporting years the department's submissions are for and whenever they arrive.
/// </summary>
public sealed class RecordNumbers(NumberStore store, SubmissionStore submissions, RecordStore records)
{
    private const int MostTries = 20;

    /// <summary>Returns the numbers that the department has assigned so far.</summary>
    public async Task<StoredNumbers> FindAsync(string department, CancellationToken cancellation) =>
        await store.FindAsync(department, cancellation) ?? await FromSubmissionsAsync(department, cancellation);

    /// <summary>
    /// Identifies the records of a submission and reserves their numbers. If another submission of the department has assigned numbers
    /// since they were read, the records are identified again.
    /// </summary>
    /// <param name="id">The submission.</param>
    /// <param name="stored">The numbers of the department, as read before the workbook was read.</param>
    /// <param name="identify">Identifies the records, given the numbers that are already assigned.</param>
    /// <param name="cancellation">Cancellation takes effect between two calls of storage.</param>
    /// <returns>The identified records.</returns>
    public async Task<DepartmentRecords> AssignAsync(
        SubmissionId id, StoredNumbers stored, Func<AssignedNumbers, (DepartmentRecords Records, AssignedNumbers Assigned)> identify,
        CancellationToken cancellation)
    {
        for (var tries = 1; tries <= MostTries; tries++)
        {
            var seen = stored.SeenBy(id.Value);
            var (identified, assigned) = identify(seen);
            if (assigned == stored.Numbers && stored.Version is not null)
                return identified;
            var reserved = new StoredNumbers(assigned, id.Value, seen.Last) { Version = stored.Version };
            if (await store.TryWriteAsync(id.Department, reserved, cancellation))
                return identified;
            stored = await FindAsync(id.Department, cancellation);
        }

        throw new InvalidOperationException($"Other submissions of {id.Department} keep assigning numbers.");
    }

    /// <summary>
    /// Stores the numbers that earlier versions of the app assigned, which are known only from the submissions. A purge calls this method
    /// before it removes records.
    /// </summary>
    public async Task KeepAsync(string department, CancellationToken cancellation)
    {
        // If the row was added in the meantime, its numbers already contain these.
        if (await store.FindAsync(department, cancellation) is null)
            await store.TryWriteAsync(department, await FromSubmissionsAsync(department, cancellation), cancellation);
    }

    // Earlier versions of the app stored the highest number and the removed indicators with each submission. The other indicators are those
    // of the accepted submissions.
    private async Task<StoredNumbers> FromSubmissionsAsync(string department, CancellationToken cancellation)
    {
        var all = await submissions.OfDepartmentAsync(department, cancellation);
        var accepted = all.Where(s => s.State == SubmissionState.Accepted);
        var reports = await Task.WhenAll(accepted.Select(s => records.ReadAsync(s.Id.Value, cancellation)));
        var numbers = AssignedNumbers.Of([.. all.Select(s => s.Numbers)]).With(reports.SelectMany(r => r.Indicators));
        return new(numbers, By: null, numbers.Last);
    }
}
