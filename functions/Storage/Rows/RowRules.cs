using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Azure.Data.Tables;

namespace KawasakiServerless.Storage.Rows;

/// <summary>
/// Rejects rows that the Table service would refuse, before any request is sent. The emulator Azurite accepts some of these rows, so tests
/// with it would not find the error. Records never reach these limits, because the check of a workbook enforces lower ones.
/// </summary>
/// <remarks>https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model</remarks>
internal static partial class RowRules
{
    /// <summary>The maximum number of rows in a transaction, and their maximum total size in bytes.</summary>
    public const int MostRows = 100, MostTransactionBytes = 4 * 1024 * 1024;

    // The service also counts the partition key, the row key and the timestamp as columns.
    private const int MostColumns = 255, OwnColumns = 3, LongestKey = 1024, LongestName = 255;

    private const int MostUnits = 32_768, MostRowBytes = 1024 * 1024;

    private static readonly DateTimeOffset First = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <exception cref="ArgumentException">The service would refuse the row. The message names the column but not its content.</exception>
    public static void Check(TableEntity row)
    {
        CheckKeys(row.PartitionKey, row.RowKey);
        var reasons = ReasonsOf(row).ToList();
        if (reasons.Count > 0)
            throw new ArgumentException(
                $"The row {row.PartitionKey}/{row.RowKey} cannot be stored: {string.Join(' ', reasons)}", nameof(row));
    }

    /// <exception cref="ArgumentException">The service would refuse one of the keys.</exception>
    public static void CheckKeys(string partition, string row)
    {
        CheckKey(partition, nameof(partition));
        CheckKey(row, nameof(row));
    }

    /// <exception cref="ArgumentException">The service would refuse the transaction, or one of its rows.</exception>
    public static void CheckTransaction(IReadOnlyCollection<TableEntity> rows)
    {
        foreach (var row in rows)
            Check(row);
        if (ReasonOf(rows) is { } reason)
            throw new ArgumentException(reason, nameof(rows));
    }

    private static void CheckKey(string key, string name)
    {
        ArgumentNullException.ThrowIfNull(key, name);
        if (key.Length > LongestKey)
            throw new ArgumentException($"A key has at most {LongestKey} characters; this one has {key.Length}.", name);
        if (key.EnumerateRunes().Any(Rune.IsControl) || key.AsSpan().ContainsAny(@"/\#?"))
            throw new ArgumentException(@"A key cannot contain / \ # ? or a control character.", name);
        if (!IsWellFormed(key))
            throw new ArgumentException("A key cannot contain half of a surrogate pair.", name);
    }

    private static string? ReasonOf(IReadOnlyCollection<TableEntity> rows) => rows switch
    {
        { Count: 0 } => "A transaction needs at least one row.",
        { Count: > MostRows } => $"A transaction has at most {MostRows} rows; this one has {rows.Count}.",
        _ when rows.DistinctBy(r => r.PartitionKey).Count() > 1 => "A transaction must stay within one partition.",
        _ when rows.DistinctBy(r => r.RowKey).Count() < rows.Count => "A transaction may contain each row only once.",
        _ when rows.Sum(RowSize.InTransaction) is > MostTransactionBytes and var bytes =>
            $"A transaction has at most {MostTransactionBytes} bytes; this one has {bytes}.",
        _ => null,
    };

    private static IEnumerable<string> ReasonsOf(TableEntity row)
    {
        if (row.Columns().Count() is > MostColumns - OwnColumns and var columns)
            yield return Reason($"it has {columns} columns; the limit is {MostColumns - OwnColumns}.");
        if (RowSize.Estimate(row) > MostRowBytes && RowSize.Of(row) is > MostRowBytes and var bytes)
            yield return Reason($"it has {bytes} bytes; the limit is {MostRowBytes}.");
        foreach (var (name, value) in row.Columns())
        {
            if ((ReasonOfName(name) ?? ReasonOf(value)) is { } reason)
                yield return $"{name} {reason}";
        }
    }

    private static string? ReasonOfName(string name) =>
        name.Length <= LongestName && SyntaxOfName().IsMatch(name) ? null : "is not a valid column name.";

    private static string? ReasonOf(object value) => value switch
    {
        string { Length: > MostUnits } text => Reason($"has {text.Length} characters; the limit is {MostUnits}."),
        string text when !IsWellFormed(text) => "contains half of a surrogate pair.",
        double number when !double.IsFinite(number) => "is not a finite number.",
        DateTimeOffset time when time < First => "is before 1601.",
        DateTime { Kind: not DateTimeKind.Utc } => "is a time without a known time zone.",
        DateTime time when time < First.UtcDateTime => "is before 1601.",
        string or bool or int or long or double or DateTimeOffset or DateTime => null,
        _ => $"is a {value.GetType().Name}.",
    };

    private static bool IsWellFormed(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))
            return true;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !(i + 1 < text.Length && char.IsSurrogatePair(text[i], text[++i])))
                return false;
        }

        return true;
    }

    private static string Reason(FormattableString reason) => reason.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[\p{L}_][\p{L}\p{N}_]*\z")]
    private static partial Regex SyntaxOfName();
}
