using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Submissions;

/// <summary>The numbers in the ids (管理番号) of a department's records, as stored.</summary>
/// <param name="By">Id of the submission that assigned numbers last; null if none did.</param>
/// <param name="LastBefore">The highest number before that submission.</param>
public sealed record StoredNumbers(AssignedNumbers Numbers, string? By, int LastBefore)
{
    /// <summary>The version of the row; null if nothing is stored yet.</summary>
    public StoredVersion? Version { get; init; }

    /// <summary>
    /// Returns the numbers as a submission must see them: if an attempt to read it was interrupted after it had assigned numbers, the next
    /// attempt assigns the same ones.
    /// </summary>
    public AssignedNumbers SeenBy(string submission) => By == submission ? Numbers with { Last = LastBefore } : Numbers;
}

/// <summary>
/// Stores the assigned numbers of each department in one row of the table Current, in a partition of its own. The row serves all reporting
/// years, so that two submissions for different years cannot assign the same number.
/// </summary>
public sealed class NumberStore(CityStorage storage)
{
    private const string Partition = "numbers", Indicators = "Indicators";

    /// <returns>Null if no numbers are stored, because no submission has assigned any or an earlier version of the app assigned them.
    /// </returns>
    public async Task<StoredNumbers?> FindAsync(string department, CancellationToken cancellation) =>
        await storage.Current.FindAsync(Partition, department, cancellation) is { } found ? FromEntity(found) : null;

    /// <summary>Stores the numbers only if the row is unchanged since it was read (compare-and-swap).</summary>
    /// <returns>False if another submission has assigned numbers since.</returns>
    public async Task<bool> TryWriteAsync(string department, StoredNumbers numbers, CancellationToken cancellation) =>
        numbers.Version is { } version
            ? await storage.Current.TryUpdateAsync(ToEntity(department, numbers), version, cancellation) is Written<StoredVersion>
            : await storage.Current.AddOnceAsync(ToEntity(department, numbers), cancellation) is Added;

    private static TableEntity ToEntity(string department, StoredNumbers numbers)
    {
        var row = new TableEntity(Partition, department)
        {
            ["Last"] = numbers.Numbers.Last,
            ["By"] = numbers.By,
            ["LastBefore"] = numbers.LastBefore,
        };
        foreach (var (column, value) in LongText.Write(Indicators, string.Join(' ', numbers.Numbers.Indicators)))
            row[column] = value;
        return row;
    }

    private static StoredNumbers FromEntity(TableEntity e) => new(
        new(e.Int("Last") ?? 0, KnownIndicators.Read(e, Indicators)), e.Text("By"), e.Int("LastBefore") ?? 0)
    {
        Version = e.Version(),
    };
}

/// <summary>Reads indicators that were stored as a <see cref="LongText"/>.</summary>
internal static class KnownIndicators
{
    public static EquatableList<KnownIndicator> Read(TableEntity row, string column) =>
        [.. LongText.Read(row, column).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(KnownIndicator.Parse)];
}
