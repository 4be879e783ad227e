using System.Globalization;
using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Submissions;

/// <summary>Which submission of a department counts.</summary>
public sealed record CurrentPointer(string Department, string Submission, string Sha256, DateTimeOffset SubmittedAt, StoredVersion Version)
{
    /// <summary>
    /// How many records it holds, so that one query tells how large the year's report is; null where an earlier version of the app moved
    /// it.
    /// </summary>
    public int? Records { get; init; }

    /// <summary>Who submitted it; null where an earlier version of the app moved it.</summary>
    public string? Who { get; init; }

    /// <summary>Its findings by class; null where an earlier version of the app checked it.</summary>
    public FindingTally? Findings { get; init; }

    /// <summary>該当なし.</summary>
    public bool DeclaresNothing { get; init; }
}

/// <summary>
/// The current pointers. Readers follow them alone: nothing of a submission shows before its pointer moves, everything at once when it
/// does. The same partition holds the rows of reviews, whose keys begin with capital letters and come before those of departments.
/// </summary>
public sealed class CurrentStore(CityStorage storage)
{
    // Codes of departments are of lower-case letters.
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

    /// <summary>Moves the pointer if it still is as it was when the submission arrived.</summary>
    /// <param name="year">The reporting year.</param>
    /// <param name="pointer">As it is to be.</param>
    /// <param name="expected">Null when there was no pointer.</param>
    /// <param name="cancellation">Stops before it is moved.</param>
    /// <returns>False when somebody else has moved it since.</returns>
    public async Task<bool> TryMoveAsync(
        FiscalYear year, CurrentPointer pointer, StoredVersion? expected, CancellationToken cancellation) =>
        expected is { } version
        ? await storage.Current.TryUpdateAsync(ToEntity(year, pointer), version, cancellation) is Written<StoredVersion>
        : await storage.Current.AddOnceAsync(ToEntity(year, pointer), cancellation) is Added;

    /// <summary>Takes the pointer away, unless somebody has moved it since it was read: then another submission counts.</summary>
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
