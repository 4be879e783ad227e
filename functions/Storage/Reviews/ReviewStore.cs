using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Audit;
using KawasakiServerless.Storage.Submissions;

namespace KawasakiServerless.Storage.Reviews;

/// <summary>A review as it was read from storage.</summary>
/// <param name="Version">The version of the review's row; null if the review is not stored yet.</param>
public sealed record StoredReview(Review Review, StoredVersion? Version)
{
    /// <summary>
    /// Entries that must still be written to the audit log, which is another table and cannot be part of the same transaction. They are
    /// stored with the change to the review, then written to the log, and only then removed from this list, so that a crash loses none.
    /// </summary>
    public IReadOnlyList<AuditEntry> UnwrittenAuditEntries { get; init; } = [];
}

/// <summary>The lines of the timeline and the confirmations that are written together with a review in one transaction.</summary>
public sealed record ReviewRows(IReadOnlyCollection<ReviewLine> Lines, IReadOnlyCollection<Confirmation> Confirmations)
{
    /// <summary>
    /// The maximum number of lines and confirmations together. A transaction has at most 100 rows, one of which is the review itself.
    /// </summary>
    public const int Most = 90;
}

/// <summary>The data that the board of a year (the coordinator's list of departments) shows about one department.</summary>
/// <param name="Pointer">The department's submission in effect; null for none.</param>
/// <param name="Stored">The department's review; null if none is stored.</param>
public sealed record BoardRow(string Department, CurrentPointer? Pointer, StoredReview? Stored)
{
    public ReportStanding Standing => new(Department, Pointer?.Counting(), Stored?.Review ?? new(Department));
}

/// <summary>
/// Stores reviews (報告の確認) in the table Current, in the partition of the year. Rows whose keys start with A- are either confirmations or
/// lines of a review's timeline, and rows whose keys start with B- are reviews. The current pointers, which name each department's
/// submission in effect, have keys that sort after these. Because of this order, one query from B onwards reads everything that the board
/// (the coordinator's list of departments) shows. Because a review and its lines are in the same partition, they can be changed in one
/// transaction.
/// </summary>
public sealed class ReviewStore(CityStorage storage)
{
    private const string ReviewPrefix = "B-", LineMark = "l", ConfirmationMark = "c";

    /// <summary>Returns the review of a department's report; an empty review if none is stored.</summary>
    public async Task<StoredReview> FindAsync(DepartmentYear report, CancellationToken cancellation) =>
        await storage.Current.FindAsync(PartitionOf(report), KeyOf(report), cancellation) is { } found
            ? Of(found)
            : new(new Review(report.Department), null);

    /// <summary>Reads, in one query, everything that the board (the coordinator's list of departments) shows about a year.</summary>
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

    /// <summary>
    /// Whether the timeline already contains the line with this id, which means that the form with this id was already submitted.
    /// </summary>
    public async Task<bool> HasLineAsync(DepartmentYear report, string id, CancellationToken cancellation) =>
        await storage.Current.FindAsync(PartitionOf(report), $"{PrefixOf(report, LineMark)}{id}", cancellation) is not null;

    /// <summary>Reads the stored lines of a report's timeline, in no particular order.</summary>
    public Task<IReadOnlyList<ReviewLine>> LinesAsync(DepartmentYear report, CancellationToken cancellation) =>
        ListAsync(report, LineMark, ReviewEntity.ToLine, cancellation);

    /// <summary>
    /// Reads, in one query, a department's confirmations of a year and then those of the year before. The workbook of a year repeats
    /// figures of the year before, and figures that were confirmed then need not be confirmed again.
    /// </summary>
    public async Task<IReadOnlyList<Confirmation>> ConfirmationsAsync(DepartmentYear report, CancellationToken cancellation)
    {
        var (year, before) = (PartitionOf(report), CurrentStore.PartitionOf(report.Year.Previous));
        var (from, to) = KeysOf(report, ConfirmationMark);
        var rows = await storage.Current.QueryAsync(
            $"PartitionKey ge {before} and PartitionKey le {year} and RowKey ge {from} and RowKey lt {to}", cancellation)
            .ToListAsync(cancellation);
        return [.. rows.OrderByDescending(r => r.PartitionKey, StringComparer.Ordinal)
            .Select(r => ReviewEntity.ToConfirmation(r, r.RowKey[from.Length..]))];
    }

    /// <summary>Reads a department's confirmations of one year.</summary>
    public Task<IReadOnlyList<Confirmation>> OwnConfirmationsAsync(DepartmentYear report, CancellationToken cancellation) =>
        ListAsync(report, ConfirmationMark, ReviewEntity.ToConfirmation, cancellation);

    /// <summary>
    /// Reads, in one query, the codes of the departments that gave no reason for at least one of their confirmations of a year.
    /// </summary>
    public async Task<EquatableList<string>> WithoutReasonAsync(FiscalYear year, CancellationToken cancellation)
    {
        var partition = CurrentStore.PartitionOf(year);
        var filter = (FormattableString)$"PartitionKey eq {partition} and RowKey lt {ReviewPrefix} and HasReason eq {false}";
        var keys = await storage.Current.QueryKeysAsync(filter, cancellation).ToListAsync(cancellation);
        return [.. keys.Select(row => row.RowKey.Split('-')[1]).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// Writes a review, its new lines and its confirmations in one transaction, but only if the review is still the version that was read
    /// (compare-and-swap).
    /// </summary>
    /// <returns><see cref="Overtaken{T}"/> if the review was changed since it was read.</returns>
    public async Task<WriteOutcome<StoredReview>> TryWriteAsync(
        FiscalYear year, StoredReview stored, ReviewRows rows, CancellationToken cancellation)
    {
        var report = new DepartmentYear(year, stored.Review.Department);
        var row = ReviewEntity.Of(stored, new(PartitionOf(report), KeyOf(report)));
        return (await storage.Current.TryPutTogetherAsync(row, stored.Version, EntitiesOf(report, rows), cancellation))
            .Map(version => stored with { Version = version });
    }

    /// <summary>
    /// Overwrites lines and confirmations unconditionally, in several transactions. Only a purge calls it; if it is interrupted, the purge
    /// is retried.
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
        var (from, to) = KeysOf(report, mark);
        var filter = (FormattableString)$"PartitionKey eq {PartitionOf(report)} and RowKey ge {from} and RowKey lt {to}";
        var rows = storage.Current.QueryAsync(filter, cancellation);
        return await rows.Select(row => read(row, row.RowKey[from.Length..])).ToListAsync(cancellation);
    }

    // In key order, "." comes directly after "-". So the upper bound is the prefix with "." instead of its final "-"; it excludes every
    // greater key that does not start with the prefix.
    private static (string From, string To) KeysOf(DepartmentYear report, string mark)
    {
        var prefix = PrefixOf(report, mark);
        return (prefix, prefix[..^1] + ".");
    }

    private static StoredReview Of(TableEntity row) => ReviewEntity.ToReview(row, row.RowKey[ReviewPrefix.Length..]);

    private static string PartitionOf(DepartmentYear report) => CurrentStore.PartitionOf(report.Year);

    private static string KeyOf(DepartmentYear report) => $"{ReviewPrefix}{report.Department}";

    private static string PrefixOf(DepartmentYear report, string mark) => $"A-{report.Department}-{mark}-";
}

/// <summary>
/// Converts a department's current pointer to a <see cref="CountingSubmission"/>, the type in which the review of a report describes the
/// submission that the pointer names.
/// </summary>
public static class CountingSubmissions
{
    public static CountingSubmission Counting(this CurrentPointer pointer) =>
        new(pointer.Submission, pointer.Who, pointer.SubmittedAt)
        {
            DeclaresNothing = pointer.DeclaresNothing,
            Findings = pointer.Findings
        };
}
