using Azure;
using Azure.Data.Tables;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Storage.Rows;

/// <summary>
/// Reads typed values from the columns of a row. If a required column is missing or a value has an unexpected type, the data is damaged, so
/// an exception is thrown that names the row and the column.
/// </summary>
internal static class RowValues
{
    private static readonly HashSet<string> OfTheService = new(
        ["PartitionKey", "RowKey", "Timestamp", "odata.etag"], StringComparer.Ordinal);

    /// <summary>
    /// Returns the columns that the app stored, without the keys, the timestamp and the ETag. Columns whose value is null are not stored,
    /// so they are omitted.
    /// </summary>
    public static IEnumerable<KeyValuePair<string, object>> Columns(this TableEntity row) =>
        row.Where(column => column.Value is not null && !OfTheService.Contains(column.Key));

    public static StoredVersion Version(this TableEntity row) => new(row.ETag.ToString());

    /// <summary>The version of the row that a request wrote.</summary>
    public static StoredVersion Version(this Response answer) => new(answer.Headers.ETag.ToString() ?? "");

    /// <exception cref="ArgumentException">The version has no ETag. The SDK would treat it as "match any version" and overwrite changes of
    /// other writers.</exception>
    public static ETag Tag(this StoredVersion version) => version.Value is { Length: > 0 } tag
        ? new(tag)
        : throw new ArgumentException("What was not read from storage has no version.", nameof(version));

    public static string? Text(this TableEntity row, string column) => row.Reference<string>(column);

    public static int? Int(this TableEntity row, string column) => row.Value<int>(column);

    public static long? Long(this TableEntity row, string column) => row.Value<long>(column);

    public static double? Number(this TableEntity row, string column) => row.Value<double>(column);

    public static bool? Flag(this TableEntity row, string column) => row.Value<bool>(column);

    public static DateTimeOffset? Time(this TableEntity row, string column) => row.Value<DateTimeOffset>(column);

    /// <exception cref="InvalidDataException">The row lacks a mandatory column.</exception>
    public static string Require(this TableEntity row, string column) => row.Text(column) ?? throw Missing(row, column);

    /// <exception cref="InvalidDataException">The row lacks a mandatory column.</exception>
    public static DateTimeOffset RequireTime(this TableEntity row, string column) => row.Time(column) ?? throw Missing(row, column);

    /// <exception cref="InvalidDataException">The row lacks a mandatory column, or the value is not one that any version of the app
    /// writes.</exception>
    public static T Require<T>(this TableEntity row, string column)
        where T : struct, Enum => AsEnum<T>(row, column, row.Require(column));

    /// <exception cref="InvalidDataException">The value is not one that any version of the app writes.</exception>
    public static T? Optional<T>(this TableEntity row, string column)
        where T : struct, Enum => row.Text(column) is { } text ? AsEnum<T>(row, column, text) : null;

    private static T AsEnum<T>(TableEntity row, string column, string text)
        where T : struct, Enum => Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value)
        ? value
        : throw new InvalidDataException($"{column} of the row {row.PartitionKey}/{row.RowKey} is {text}, which is unknown.");

    private static T? Reference<T>(this TableEntity row, string column)
        where T : class => row.TryGetValue(column, out var value) && value is not null
        ? value as T ?? throw OfAnotherType(row, column, value)
        : null;

    private static T? Value<T>(this TableEntity row, string column)
        where T : struct => row.TryGetValue(column, out var value) && value is not null
        ? value is T typed ? typed : throw OfAnotherType(row, column, value)
        : null;

    private static InvalidDataException Missing(TableEntity row, string column) =>
        new($"The row {row.PartitionKey}/{row.RowKey} has no {column}.");

    private static InvalidDataException OfAnotherType(TableEntity row, string column, object value) =>
        new($"{column} of the row {row.PartitionKey}/{row.RowKey} is a {value.GetType().Name}, but should have another type.");
}
