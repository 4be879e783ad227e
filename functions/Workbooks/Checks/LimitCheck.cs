using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.Checks;

/// <summary>Finds records that hold more than storage and the site take, from however many cells that was gathered.</summary>
internal static class LimitCheck
{
    public static void Run(PlacedRecord placed)
    {
        foreach (var excess in RecordLimits.ExcessesOf(placed.Record))
        {
            var column = ColumnOf(placed.Record, excess);
            placed.Report(column, FindingOf(column.Header, excess));
        }
    }

    private static Finding FindingOf(string column, Excess excess) => excess.Measure switch
    {
        Measure.Characters => Findings.TextTooLong(column, excess.Count, excess.Most),
        _ => Findings.TooManyItems(column, excess.Count, excess.Most),
    };

    /// <summary>The column of the template that holds a field.</summary>
    internal static TemplateColumn ColumnOf(Record record, Excess excess) => (record, excess.Field) switch
    {
        (Initiative or Direction, Field.Divisions) => SharedColumns.Divisions,
        (Initiative, Field.Text) => InitiativeSheet.Text,
        (Indicator, Field.Name) => InitiativeSheet.Name,
        (Indicator, Field.Group) => InitiativeSheet.Group,
        (Indicator, Field.Unit) => InitiativeSheet.Unit,
        (Indicator, Field.Figure) => FigureKind.ColumnOf(excess.Year!),
        (Indicator, Field.Notes) => InitiativeSheet.Notes,
        (Direction, Field.Text) => DirectionSheet.Text,
        (Collaboration, Field.Partners) => CollaborationSheet.Partners,
        (Collaboration, Field.Name) => CollaborationSheet.Name,
        (Collaboration, Field.Outline) => CollaborationSheet.Outline,
        (Collaboration, Field.Direction) => CollaborationSheet.Direction,
        (WardActivity, Field.Category) => WardActivitySheet.Category,
        (WardActivity, Field.Heading) => WardActivitySheet.Heading,
        (WardActivity, Field.Text) => WardActivitySheet.Text,
        (Statistic, Field.Section) => StatisticSheet.Section,
        (Statistic, Field.Name) => StatisticSheet.Name,
        (Statistic, Field.Shares) => StatisticSheet.Label,
        (Passage, Field.Document) => PassageSheet.Document,
        (Passage, Field.Path) => PassageSheet.Path,
        (Passage, Field.Text) => PassageSheet.Text,
        (PlainSummary, Field.Text) => PlainSummarySheet.Text,
        _ => throw new InvalidOperationException($"{excess.Field} of {record.GetType().Name} stands in no column."),
    };
}
