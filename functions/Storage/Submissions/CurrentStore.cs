using System.Globalization;
using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Submissions;

/// <summary>Names a department's submission in effect, with those properties of the submission that lists show.</summary>
public sealed record CurrentPointer(string Department, string Submission, string Sha256, DateTimeOffset SubmittedAt, StoredVersion Version)
{
    /// <summary>
    /// The number of records in the submission, stored here so that one query of all pointers yields the number of records in the year's
    /// report. Null if the pointer was last set by an earlier version of the app, which did not store the number.
    /// </summary>
    public int? Records { get; init; }

    /// <summary>
    /// The user who submitted the workbook. Null if the pointer was last set by an earlier version of the app, which did not store the
    /// user.
    /// </summary>
    public string? Who { get; init; }

    /// <summary>
    /// How many findings (problems found in the workbook) the submission has, by severity; null if an earlier version of the app, which did
    /// not count them, checked the workbook or set the pointer.
    /// </summary>
    public FindingTally? Findings { get; init; }

    /// <summary>該当なし: whether the department declared that it has nothing to report.</summary>
    public bool DeclaresNothing { get; init; }
}

/// <summary>
/// Stores the current pointer of each department in the table Current, in the partition of the year. Readers find submissions only by these
/// pointers, so a submission becomes visible as a whole when the pointer is moved to it. The partition also contains the rows of reviews;
/// their keys start with capital letters and therefore sort before those of the pointers, which are department codes.
/// </summary>
public sealed class CurrentStore(CityStorage storage)
{
    // The lower bound of the pointers' keys, which are department codes in lower-case letters.
    private const string FirstKey = "a";

    public async Task<CurrentPointer?> FindAsync(FiscalYear year, string department, CancellationToken cancellation) =>
        await storage.Current.FindAsync(PartitionOf(year), department, cancellation) is { } found ? FromEntity(found) : null;

    public async Task<IReadOnlyList<CurrentPointer>> OfYearAsync(FiscalYear year, CancellationToken cancellation) =>
        await storage.Current.QueryAsync($"PartitionKey eq {PartitionOf(year)} and RowKey ge {FirstKey}", cancellation)
            .Select(FromEntity).ToListAsync(cancellation);

    /// <summary>
    /// Moves the pointer to another submission only if the pointer has not changed since that submission arrived (compare-and-swap).
    /// </summary>
    /// <param name="year">The reporting year.</param>
    /// <param name="pointer">The new pointer.</param>
    /// <param name="expected">The version of the pointer when the submission arrived; null if there was no pointer.</param>
    /// <param name="cancellation">Cancels the request. The pointer may nevertheless have been moved.</param>
    /// <returns>False if the pointer was moved to another submission, or removed, in the meantime.</returns>
    public async Task<bool> TryMoveAsync(
        FiscalYear year, CurrentPointer pointer, StoredVersion? expected, CancellationToken cancellation) =>
        expected is { } version
        ? await storage.Current.TryUpdateAsync(ToEntity(year, pointer), version, cancellation) is Written<StoredVersion>
        : await storage.Current.AddOnceAsync(ToEntity(year, pointer), cancellation) is Added;

    /// <summary>
    /// Removes the pointer, so that no submission of the department is in effect. Does nothing if the pointer was moved to another
    /// submission since it was read; that submission remains in effect.
    /// </summary>
    public Task RemoveAsync(FiscalYear year, CurrentPointer pointer, CancellationToken cancellation) =>
        storage.Current.TryRemoveAsync(PartitionOf(year), pointer.Department, pointer.Version, cancellation);

    internal static string PartitionOf(FiscalYear year) => year.Year.ToString(CultureInfo.InvariantCulture);

    private static TableEntity ToEntity(FiscalYear year, CurrentPointer pointer) => new(PartitionOf(year), pointer.Department)
    {
        ["Submission"] = pointer.Submission,
        ["Sha256"] = pointer.Sha256,
        ["SubmittedAt"] = pointer.SubmittedAt,
        ["Records"] = pointer.Records,
        ["Who"] = pointer.Who,
        ["Findings"] = TallyColumn.Write(pointer.Findings),
        ["Nothing"] = pointer.DeclaresNothing ? true : null,
    };

    internal static CurrentPointer FromEntity(TableEntity e) => new(
        e.RowKey, e.Require("Submission"), e.Require("Sha256"), e.RequireTime("SubmittedAt"), e.Version())
    {
        Records = e.Int("Records"),
        Who = e.Text("Who"),
        Findings = TallyColumn.Read(e, "Findings"),
        DeclaresNothing = e.Flag("Nothing") ?? false,
    };
}
