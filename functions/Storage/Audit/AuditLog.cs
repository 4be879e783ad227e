using System.Globalization;
using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Audit;

/// <summary>
/// An entry of the audit log: which user took which action on which object, and when. The id identifies the action, so an action that is
/// written twice with times in the same month has one entry.
/// </summary>
/// <param name="To">The object of the action: a department's report (2018-zaisei), a reporting year (2018), a reporting year and a register
/// version separated by a space, or the id of a publication, a submission or a record.</param>
public sealed record AuditEntry(string Id, string Who, string What, string To, DateTimeOffset When)
{
    /// <summary>
    /// Id of the submission that the action concerned, if <see cref="To"/> names something else; null if <see cref="To"/> already is that
    /// id, or if the action concerned no submission.
    /// </summary>
    public string? Submission { get; init; }

    /// <summary>Whether the coordinator took the action on behalf of a department.</summary>
    public bool IsOnBehalf { get; init; }
}

/// <summary>The audit log (操作の記録), with one table partition per month.</summary>
public sealed class AuditLog(CityStorage storage)
{
    public Task WriteAsync(AuditEntry entry, CancellationToken cancellation) =>
        storage.Audit.PutAsync(ToEntity(entry), cancellation);

    /// <summary>
    /// Adds an entry before its action and returns its version, with which the entry can be withdrawn if the action does not happen. The id
    /// must be unique to this attempt, so that a withdrawal never removes the entry of an action that did happen.
    /// </summary>
    public Task<StoredVersion> AddAsync(AuditEntry entry, CancellationToken cancellation) =>
        storage.Audit.AddNewAsync(ToEntity(entry), cancellation);

    /// <summary>Removes an entry that was written before an action, because the action did not happen.</summary>
    public Task WithdrawAsync(AuditEntry entry, StoredVersion written, CancellationToken cancellation) =>
        storage.Audit.TryRemoveAsync(MonthOf(entry.When), entry.Id, written, cancellation);

    /// <summary>Lists a month's entries, newest first.</summary>
    /// <param name="month">Month in UTC, for example 2018-08.</param>
    /// <param name="cancellation">Cancels the query, which reads the entries page by page.</param>
    public async Task<IReadOnlyList<AuditEntry>> OfMonthAsync(string month, CancellationToken cancellation) =>
        await storage.Audit.QueryAsync($"PartitionKey eq {month}", cancellation)
            .Select(FromEntity)
            .OrderByDescending(e => e.When).ThenByDescending(e => e.Id, StringComparer.Ordinal).ToListAsync(cancellation);

    /// <summary>Returns the oldest month that has entries; null if there are none.</summary>
    public async Task<string?> OldestMonthAsync(CancellationToken cancellation) =>
        (await storage.Audit.QueryKeysAsync($"PartitionKey ge {""}", cancellation).FirstOrDefaultAsync(cancellation))?.PartitionKey;

    /// <summary>Returns the month, and thus the partition, of an entry that was written at this time.</summary>
    public static string MonthOf(DateTimeOffset when) => when.UtcDateTime.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static TableEntity ToEntity(AuditEntry entry) => new(MonthOf(entry.When), entry.Id)
    {
        ["Who"] = entry.Who,
        ["What"] = entry.What,
        ["To"] = entry.To,
        ["When"] = entry.When,
        ["Submission"] = entry.Submission,
        ["OnBehalf"] = entry.IsOnBehalf ? true : null,
    };

    private static AuditEntry FromEntity(TableEntity e) =>
        new(e.RowKey, e.Require("Who"), e.Require("What"), e.Require("To"), e.RequireTime("When"))
        {
            Submission = e.Text("Submission"),
            IsOnBehalf = e.Flag("OnBehalf") ?? false,
        };
}
