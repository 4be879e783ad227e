using System.Globalization;
using Azure.Data.Tables;

namespace KawasakiServerless.Storage.Rows;

/// <summary>
/// Stores a long text in several numbered columns, such as Shares00 and Shares01, because Azure Tables stores at most 32,768
/// characters in a text column.
/// </summary>
internal static class LongText
{
    private const int CharactersInAColumn = 30_000;

    public static IEnumerable<(string Name, object? Value)> Write(string column, string text) =>
        text.Chunk(CharactersInAColumn).Select((part, index) =>
            (string.Create(CultureInfo.InvariantCulture, $"{column}{index:D2}"), (object?)new string(part)));

    /// <returns>An empty text if the row has none of the columns.</returns>
    public static string Read(TableEntity row, string column)
    {
        var parts = row.Where(p => p.Key.StartsWith(column, StringComparison.Ordinal));
        return string.Concat(parts.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => p.Value));
    }
}
