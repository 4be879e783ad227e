using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>Selects the function that reads the rows of a template sheet into records.</summary>
internal static class RecordReaders
{
    /// <summary>Returns the records of a table, and reports problems while they are enumerated.</summary>
    public static IEnumerable<PlacedRecord> Read(TemplateTable table) => ReaderOf(table.Layout.Kind)(table);

    private static Func<TemplateTable, IEnumerable<PlacedRecord>> ReaderOf(RecordKind kind) => kind switch
    {
        RecordKind.Initiative or RecordKind.Indicator => InitiativeReader.Read,
        RecordKind.Direction => EachRow(DirectionReader.Read),
        RecordKind.Collaboration => EachRow(CollaborationReader.Read),
        RecordKind.WardActivity => EachRow(WardActivityReader.Read),
        RecordKind.Statistic => StatisticReader.Read,
        RecordKind.Passage => EachRow(PassageReader.Read),
        RecordKind.PlainSummary => EachRow(PlainSummaryReader.Read),
    };

    private static Func<TemplateTable, IEnumerable<PlacedRecord>> EachRow(Func<TableRow, Record?> read) => table =>
        table.Rows().Select(row => read(row) is { } record ? row.Placed(record) : null).OfType<PlacedRecord>();
}
