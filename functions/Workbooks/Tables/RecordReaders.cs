using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>How the rows of each sheet of the template become records.</summary>
internal static class RecordReaders
{
    private static readonly Dictionary<SheetLayout, Func<TemplateTable, IEnumerable<PlacedRecord>>> ByLayout = new()
    {
        [InitiativeSheet.Layout] = InitiativeReader.Read,
        [DirectionSheet.Layout] = EachRow(DirectionReader.Read),
        [CollaborationSheet.Layout] = EachRow(CollaborationReader.Read),
        [WardActivitySheet.Layout] = EachRow(WardActivityReader.Read),
        [StatisticSheet.Layout] = StatisticReader.Read,
        [PassageSheet.Layout] = EachRow(PassageReader.Read),
        [PlainSummarySheet.Layout] = EachRow(PlainSummaryReader.Read),
    };

    /// <summary>Yields the records of a table, and reports what is wrong with it.</summary>
    public static IEnumerable<PlacedRecord> Read(TemplateTable table) => ByLayout[table.Layout](table);

    private static Func<TemplateTable, IEnumerable<PlacedRecord>> EachRow(Func<TableRow, Record?> read) => table =>
        table.Rows().Select(row => read(row) is { } record ? row.Placed(record) : null).OfType<PlacedRecord>();
}
