using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.Checks;

/// <summary>
/// Reports fields of records that exceed the limits of the storage and of the site's pages (<see cref="RecordLimits"/>). A field may exceed
/// its limit although each of the cells from which it was composed is short enough.
/// </summary>
internal static class LimitCheck
{
    public static void Run(PlacedRecord placed)
    {
        foreach (var excess in RecordLimits.ExcessesOf(placed.Record))
        {
            var column = TemplateSheets.ColumnOf(placed.Record.GetRecordKind(), excess);
            placed.Report(column, FindingOf(column.Header, excess));
        }
    }

    private static Finding FindingOf(string column, Excess excess) => excess.Measure switch
    {
        Measure.Characters => Findings.TextTooLong(column, excess.Count, excess.Most),
        Measure.Items => Findings.TooManyItems(column, excess.Count, excess.Most),
    };
}
