using System.Globalization;
using KawasakiServerless.Storage.Audit;

namespace KawasakiServerless.Application.Audit;

/// <summary>One page of audit log entries, newest first.</summary>
/// <param name="Next">Continuation token of the next page; null on the last page.</param>
public sealed record AuditPage(IReadOnlyList<AuditEntry> Entries, string? Next);

/// <summary>Searches the audit log (操作の記録) month by month, starting with the newest month.</summary>
public sealed class AuditSearch(AuditLog audit, TimeProvider time)
{
    public const int PageSize = 100;

    /// <param name="filter">Only matching entries are returned.</param>
    /// <param name="after">The <see cref="AuditPage.Next"/> of the previous page. Null, or a text that is not such a token, selects the
    /// first page.</param>
    /// <param name="cancellation">Cancellation takes effect between two reads of the audit log.</param>
    public async Task<AuditPage> FindAsync(AuditFilter filter, string? after, CancellationToken cancellation)
    {
        List<AuditEntry> found = [];
        var position = AuditPosition.TryParse(after, out var parsed) ? parsed : null;
        await foreach (var entry in MatchingAsync(filter, position, cancellation))
        {
            if (found.Count == PageSize)
                return new(found, AuditPosition.Of(found[^1]).ToString());
            found.Add(entry);
        }

        return new(found, null);
    }

    /// <summary>Returns all matching entries as a CSV file.</summary>
    public async Task<byte[]> CsvAsync(AuditFilter filter, CancellationToken cancellation) =>
        AuditCsv.Write(await MatchingAsync(filter, null, cancellation).ToListAsync(cancellation));

    private async IAsyncEnumerable<AuditEntry> MatchingAsync(
        AuditFilter filter, AuditPosition? after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        if (await audit.OldestMonthAsync(cancellation) is not { } oldest)
            yield break;
        // The servers' clocks differ, so an entry may have a timestamp slightly in the future. Start at most one day ahead, even if the
        // filter or the token of the page names a later time, because every month is a query.
        var latest = time.GetUtcNow().AddDays(1);
        var newest = after?.When ?? filter.Until ?? latest;
        for (var month = FirstOf(newest < latest ? newest : latest); IsIn(month, oldest, filter); month = month.AddMonths(-1))
        {
            foreach (var entry in await audit.OfMonthAsync(AuditLog.MonthOf(month), cancellation))
            {
                if (filter.Matches(entry) && after?.IsBefore(entry) != false)
                    yield return entry;
            }
        }
    }

    private static DateTimeOffset FirstOf(DateTimeOffset time) =>
        new(time.UtcDateTime.Year, time.UtcDateTime.Month, 1, 0, 0, 0, TimeSpan.Zero);

    private static bool IsIn(DateTimeOffset month, string oldest, AuditFilter filter) =>
        string.CompareOrdinal(AuditLog.MonthOf(month), oldest) >= 0 && (filter.From is not { } from || month.AddMonths(1) > from);
}

/// <summary>The position of the last entry of a page. The next page starts after this entry.</summary>
internal sealed record AuditPosition(DateTimeOffset When, string Id)
{
    public static AuditPosition Of(AuditEntry entry) => new(entry.When, entry.Id);

    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out AuditPosition? position)
    {
        var parts = (text ?? "").Split('~', 2);
        position = parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTime.MaxValue.Ticks
            ? new(new(ticks, TimeSpan.Zero), parts[1])
            : null;
        return position is not null;
    }

    /// <summary>Whether an entry comes after this position in the result, which lists the newest entry first.</summary>
    public bool IsBefore(AuditEntry entry) => entry.When < When || (entry.When == When && string.CompareOrdinal(entry.Id, Id) < 0);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{When.UtcTicks}~{Id}");
}
