using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>Reads the sheet 活動統計, in which a statistic has one row for each of its shares.</summary>
internal static class StatisticReader
{
    public static IEnumerable<PlacedRecord> Read(TemplateTable table)
    {
        var (heads, shares, above) = (new Dictionary<StatisticHead, List<ShareRow>>(), (List<ShareRow>?)null, (StatisticHead?)null);
        foreach (var row in table.Rows())
        {
            if (above is null || !StatisticSheet.Own.All(row.IsBlank))
                (above, shares) = Begin(heads, StatisticHead.Read(row));
            shares!.Add(new(row, ShareOf(row)));
        }

        return heads.Where(h => h.Key.IsComplete).Select(h => h.Value[0].Row.Placed(StatisticOf(table, h.Key, h.Value)));
    }

    private static (StatisticHead Head, List<ShareRow> Shares) Begin(Dictionary<StatisticHead, List<ShareRow>> heads, StatisticHead head)
    {
        if (!heads.TryGetValue(head, out var shares))
            heads[head] = shares = [];
        return (head, shares);
    }

    private static Share? ShareOf(TableRow row)
    {
        var (label, percent, note) = (
            row.Require(StatisticSheet.Label), row.Require(StatisticSheet.Percent), row.Value(StatisticSheet.Note));
        if (percent > 100)
            row.Report(StatisticSheet.Percent, RecordFindings.PercentOver(StatisticSheet.Percent.Header, percent.Value));
        if (percent < 0)
            row.Report(StatisticSheet.Percent, FigureFindings.NegativeShare(StatisticSheet.Percent.Header, percent.Value));
        return label is null || percent is null ? null : new(label, percent.Value, note);
    }

    private static Statistic StatisticOf(TemplateTable table, StatisticHead head, List<ShareRow> rows)
    {
        foreach (var repeated in rows.Where(r => r.Share is not null).GroupBy(r => r.Share).Where(g => g.Count() > 1).SelectMany(g => g))
            repeated.Row.Report(StatisticSheet.Label, RecordFindings.ShareRepeated());
        var first = rows[0].Row;
        var source = first.SourceOf(table.RangeOf(first.Number, rows[^1].Row.Number), [.. CellsOf(rows)]);
        return new(first.Draft, source, head.Section!, head.Name!, head.From!, head.To!, head.Total!.Value,
            [.. rows.Select(r => r.Share).OfType<Share>()]);
    }

    private static IEnumerable<ValueCell> CellsOf(List<ShareRow> rows) =>
    [
        TableRow.ValueCellAt(ValueCell.Total, rows[0].Row.At(StatisticSheet.Total)!.Value),
        .. rows.Where(r => r.Share is not null)
            .Select((r, index) => TableRow.ValueCellAt(ValueCell.KeyOf(index), r.Row.At(StatisticSheet.Percent)!.Value)),
    ];

    private sealed record ShareRow(TableRow Row, Share? Share);

    /// <summary>The fields that are equal in all rows of a statistic.</summary>
    private sealed record StatisticHead(string? Section, string? Name, YearMonth? From, YearMonth? To, decimal? Total)
    {
        public bool IsComplete => Section is not null && Name is not null && From is not null && To is not null && Total is not null;

        public static StatisticHead Read(TableRow row) => new(
            row.Require(StatisticSheet.Section),
            row.Require(StatisticSheet.Name),
            row.Require(StatisticSheet.From),
            row.Require(StatisticSheet.To),
            row.Require(StatisticSheet.Total));
    }
}
