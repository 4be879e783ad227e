using System.Text.Json;
using Azure.Data.Tables;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Rows;

namespace KawasakiServerless.Storage.Records;

internal sealed class StatisticColumns : RecordColumns<Statistic>
{
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
        .. LongText.Write("Shares", JsonSerializer.Serialize<IEnumerable<Share>>(record.Shares, TextList.Json)),
    ];

    private static EquatableList<Share> SharesOf(TableEntity row) =>
        (JsonSerializer.Deserialize<Share[]>(LongText.Read(row, "Shares")) ?? []).ToEquatableList();

    private static YearMonth MonthOf(TableEntity row, string column) => YearMonth.TryParse(row.Text(column), out var month)
        ? month
        : throw new InvalidDataException($"{column} of {row.RowKey} is not a month.");
}
