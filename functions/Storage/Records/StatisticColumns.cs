using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Records;

internal sealed class StatisticColumns : RecordColumns<Statistic>
{
    // Azure Tables stores at most 32,768 characters in a text column, so a long breakdown (内訳) is split across several columns, named
    // Shares00, Shares01 and so on.
    private const int SharesInAColumn = 30_000;

    public static StatisticColumns Instance { get; } = new();

    public override Record Read(TableEntity row, RecordHead head) => new Statistic(
        head.Id,
        head.Source,
        row.Require("Section"),
        row.Require("Name"),
        MonthOf(row, "From"),
        MonthOf(row, "To"),
        (decimal)(row.Number("Total") ?? 0),
        SharesOf(row));

    protected override IEnumerable<(string Name, object? Value)> Write(Statistic record) =>
    [
        ("Section", record.Section),
        ("Name", record.Name),
        ("From", record.From.ToString()),
        ("To", record.To.ToString()),
        ("Total", (double)record.Total),
        .. ColumnsOf(record.Shares),
    ];

    private static IEnumerable<(string Name, object? Value)> ColumnsOf(EquatableList<Share> shares) =>
        JsonSerializer.Serialize<IEnumerable<Share>>(shares, TextList.Json).Chunk(SharesInAColumn)
            .Select((part, index) => (string.Create(CultureInfo.InvariantCulture, $"Shares{index:D2}"), (object?)new string(part)));

    private static EquatableList<Share> SharesOf(TableEntity row)
    {
        var columns = row.Where(p => p.Key.StartsWith("Shares", StringComparison.Ordinal)).OrderBy(p => p.Key, StringComparer.Ordinal);
        return (JsonSerializer.Deserialize<Share[]>(string.Concat(columns.Select(p => p.Value))) ?? []).ToEquatableList();
    }

    private static YearMonth MonthOf(TableEntity row, string column) => YearMonth.TryParse(row.Text(column), out var month)
        ? month
        : throw new InvalidDataException($"{column} of {row.RowKey} is not a month.");
}
