using System.Globalization;
using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Submissions;

/// <summary>The current submission of a department, which is the one in effect.</summary>
public sealed record CurrentPointer(string Department, string Submission, string Sha256, DateTimeOffset SubmittedAt, StoredVersion Version)
{
    /// <summary>
    /// The number of records in the submission, so that one query yields the size of the year's report; null if an earlier version of the
    /// app moved the pointer.
    /// </summary>
    public int? Records { get; init; }

    /// <summary>The user who submitted it; null if an earlier version of the app moved the pointer.</summary>
    public string? Who { get; init; }

    /// <summary>Its findings by class; null if an earlier version of the app checked it.</summary>
    public FindingTally? Findings { get; init; }

    /// <summary>該当なし.</summary>
    public bool DeclaresNothing { get; init; }
}

/// <summary>
/// Stores the current pointers. Readers follow only these pointers: nothing of a submission is visible before its pointer moves, and all of
/// it afterwards. The same partition holds the rows of reviews, whose keys start with capital letters and therefore sort before those of
/// departments.
/// </summary>
public sealed class CurrentStore(CityStorage storage)
{
    // Department codes consist of lower-case letters.
    private const string FirstKey = "a";

    public async Task<CurrentPointer?> FindAsync(FiscalYear year, string department, CancellationToken cancellation) =>
        await storage.Current.FindAsync(PartitionOf(year), department, cancellation) is { } found ? FromEntity(found) : null;

    public async Task<IReadOnlyList<CurrentPointer>> OfYearAsync(FiscalYear year, CancellationToken cancellation)
    {
        var pointers = new List<CurrentPointer>();
        await foreach (var row in storage.Current.QueryAsync($"PartitionKey eq {PartitionOf(year)} and RowKey ge {FirstKey}", cancellation))
            pointers.Add(FromEntity(row));
        return pointers;
    }

    /// <summary>Moves the pointer by compare-and-swap: only if it is unchanged since the submission arrived.</summary>
    /// <param name="year">The reporting year.</param>
    /// <param name="pointer">The new pointer.</param>
    /// <param name="expected">The version that was read; null if there was no pointer.</param>
    /// <param name="cancellation">Stops before the pointer is moved.</param>
    /// <returns>False if another submission has moved the pointer since.</returns>
    public async Task<bool> TryMoveAsync(
        FiscalYear year, CurrentPointer pointer, StoredVersion? expected, CancellationToken cancellation) =>
        expected is { } version
        ? await storage.Current.TryUpdateAsync(ToEntity(year, pointer), version, cancellation) is Written<StoredVersion>
        : await storage.Current.AddOnceAsync(ToEntity(year, pointer), cancellation) is Added;

    /// <summary>
    /// Removes the pointer unless another submission has moved it since it was read; in that case the other submission is in effect.
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
