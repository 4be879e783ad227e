using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Audit;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Storage.Reviews;

/// <summary>A review as stored.</summary>
/// <param name="Version">Null if nothing is stored yet.</param>
public sealed record StoredReview(Review Review, StoredVersion? Version)
{
    /// <summary>
    /// Audit entries that are not yet written to the audit log. They are stored together with the change, written to the log after it, and
    /// then removed from here.
    /// </summary>
    public IReadOnlyList<AuditEntry> Untold { get; init; } = [];
}

/// <summary>The rows that are written together with a review in one transaction.</summary>
public sealed record ReviewRows(IReadOnlyCollection<ReviewLine> Lines, IReadOnlyCollection<Confirmation> Confirmations)
{
    /// <summary>A transaction holds at most 100 rows, including the review itself.</summary>
    public const int Most = 90;
}

/// <summary>The data that the board reads for a department.</summary>
/// <param name="Pointer">Null if no submission is in effect.</param>
/// <param name="Stored">Null if no review is stored.</param>
public sealed record BoardRow(string Department, CurrentPointer? Pointer, StoredReview? Stored)
{
    public ReportStanding Standing => new(Department, Pointer?.Counting(), Stored?.Review ?? new(Department));
}

/// <summary>
/// Stores reviews (報告の確認) in the year's partition of the table Current: A-… holds the lines and confirmations of a department, B-… its
/// review; the pointers come after them. One query from B onwards reads everything that a board shows, and a review and its lines change in
/// one transaction.
/// </summary>
public sealed class ReviewStore(CityStorage storage)
{
    private const string ReviewPrefix = "B-", LineMark = "l", ConfirmationMark = "c";

    /// <summary>Returns the review of a department; an empty one if none is stored.</summary>
    public async Task<StoredReview> FindAsync(DepartmentYear report, CancellationToken cancellation) =>
        await storage.Current.FindAsync(PartitionOf(report), KeyOf(report), cancellation) is { } found
            ? Of(found)
            : new(new Review(report.Department), null);

    /// <summary>Reads everything that the board of a year shows, in one query.</summary>
    public async Task<IReadOnlyList<BoardRow>> OfYearAsync(FiscalYear year, CancellationToken cancellation)
    {
        var pointers = new Dictionary<string, CurrentPointer>(StringComparer.Ordinal);
        var reviews = new Dictionary<string, StoredReview>(StringComparer.Ordinal);
        var partition = CurrentStore.PartitionOf(year);
        await foreach (var row in storage.Current.QueryAsync($"PartitionKey eq {partition} and RowKey ge {ReviewPrefix}", cancellation))
        {
            if (row.RowKey.StartsWith(ReviewPrefix, StringComparison.Ordinal))
                reviews[row.RowKey[ReviewPrefix.Length..]] = Of(row);
            else
                pointers[row.RowKey] = CurrentStore.FromEntity(row);
        }

        var departments = pointers.Keys.Union(reviews.Keys).Order(StringComparer.Ordinal);
        return [.. departments.Select(d => new BoardRow(d, pointers.GetValueOrDefault(d), reviews.GetValueOrDefault(d)))];
    }

    /// <summary>Whether the line that a form writes is already stored.</summary>
    public async Task<bool> HasLineAsync(DepartmentYear report, string id, CancellationToken cancellation) =>
        await storage.Current.FindAsync(PartitionOf(report), $"{PrefixOf(report, LineMark)}{id}", cancellation) is not null;

    /// <summary>Reads the lines of the timeline, in no particular order.</summary>
    public Task<IReadOnlyList<ReviewLine>> LinesAsync(DepartmentYear report, CancellationToken cancellation) =>
        ListAsync(report, LineMark, ReviewEntity.ToLine, cancellation);

    /// <summary>Reads a department's confirmations of a year and of the previous year, whose figures its workbook repeats.</summary>
    public async Task<IReadOnlyList<Confirmation>> ConfirmationsAsync(DepartmentYear report, CancellationToken cancellation) =>
    [
        .. await OwnConfirmationsAsync(report, cancellation),
        .. await OwnConfirmationsAsync(report with { Year = report.Year.Previous }, cancellation),
    ];

    /// <summary>Reads a department's confirmations of one year.</summary>
    public Task<IReadOnlyList<Confirmation>> OwnConfirmationsAsync(DepartmentYear report, CancellationToken cancellation) =>
        ListAsync(report, ConfirmationMark, ReviewEntity.ToConfirmation, cancellation);

    /// <summary>Reads the codes of the departments that confirmed values in a year without a reason, in one query.</summary>
    public async Task<EquatableList<string>> WithoutReasonAsync(FiscalYear year, CancellationToken cancellation)
    {
        var (departments, partition) = (new SortedSet<string>(StringComparer.Ordinal), CurrentStore.PartitionOf(year));
        var filter = (FormattableString)$"PartitionKey eq {partition} and RowKey lt {ReviewPrefix} and HasReason eq {false}";
        await foreach (var row in storage.Current.QueryKeysAsync(filter, cancellation))
            departments.Add(row.RowKey.Split('-')[1]);
        return [.. departments];
    }

    /// <summary>Writes a review by compare-and-swap, with its lines and confirmations, in one transaction.</summary>
    /// <returns>Overtaken if the review was changed since it was read.</returns>
    public async Task<WriteOutcome<StoredReview>> TryWriteAsync(
        FiscalYear year, StoredReview stored, ReviewRows rows, CancellationToken cancellation)
    {
        var report = new DepartmentYear(year, stored.Review.Department);
        var row = ReviewEntity.Of(stored, new(PartitionOf(report), KeyOf(report)));
        return (await storage.Current.TryPutTogetherAsync(row, stored.Version, EntitiesOf(report, rows), cancellation))
            .Map(version => stored with { Version = version });
    }

    /// <summary>
    /// Overwrites lines and confirmations unconditionally, in several transactions. Used by a purge, which may be retried.
    /// </summary>
    public async Task RewriteAsync(DepartmentYear report, ReviewRows rows, CancellationToken cancellation)
    {
        foreach (var part in EntitiesOf(report, rows).Chunk(ReviewRows.Most))
            await storage.Current.PutAllAsync(part, cancellation);
    }

    private static TableEntity[] EntitiesOf(DepartmentYear report, ReviewRows rows) =>
    [
        .. rows.Lines.Select(l => ReviewEntity.Of(l, new(PartitionOf(report), $"{PrefixOf(report, LineMark)}{l.Id}"))),
        .. rows.Confirmations.Select(
            c => ReviewEntity.Of(c, new(PartitionOf(report), $"{PrefixOf(report, ConfirmationMark)}{c.Key.Value}"))),
    ];

    private async Task<IReadOnlyList<T>> ListAsync<T>(
        DepartmentYear report, string mark, Func<TableEntity, string, T> read, CancellationToken cancellation)
    {
        var (prefix, list) = (PrefixOf(report, mark), new List<T>());
        // "." is the character after "-", so this upper bound excludes every key without the prefix.
        var filter = (FormattableString)$"PartitionKey eq {PartitionOf(report)} and RowKey ge {prefix} and RowKey lt {prefix[..^1] + "."}";
        await foreach (var row in storage.Current.QueryAsync(filter, cancellation))
            list.Add(read(row, row.RowKey[prefix.Length..]));
        return list;
    }

    private static StoredReview Of(TableEntity row) => ReviewEntity.ToReview(row, row.RowKey[ReviewPrefix.Length..]);

    private static string PartitionOf(DepartmentYear report) => CurrentStore.PartitionOf(report.Year);

    private static string KeyOf(DepartmentYear report) => $"{ReviewPrefix}{report.Department}";

    private static string PrefixOf(DepartmentYear report, string mark) => $"A-{report.Department}-{mark}-";
}

/// <summary>Converts current pointers for reviews.</summary>
public static class CountingSubmissions
{
    public static CountingSubmission Counting(this CurrentPointer pointer) =>
        new(pointer.Submission, pointer.Who, pointer.SubmittedAt)
        {
            DeclaresNothing = pointer.DeclaresNothing,
            Findings = pointer.Findings
        };
}
