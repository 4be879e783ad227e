using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Budgets;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.ReportLayout;
using KawasakiServerless.Workbooks.Tables;

namespace KawasakiServerless.Workbooks.Checks;

/// <summary>
/// Reports texts that contain several items with bullets or numbers, although each row of the template has one. In the report layout, the
/// items of a cell are records of their own.
/// </summary>
internal static class SeveralItems
{
    // A longer text is running text and no list.
    private const int Longest = 2_000;

    public static void Check(PlacedRecord placed, Budget budget)
    {
        if (TextOf(placed.Record) is not ({ } column, { Length: <= Longest } text))
            return;
        budget.SpendListItems(text.AsSpan().Count('\n') + 1);
        var areOnLines = text.Contains('\n', StringComparison.Ordinal) && new ItemLines(text).AreSeveral;
        if (areOnLines || (placed.IsInTemplate && InlineItems.AreIn(text)))
            placed.Report(column, RecordFindings.SeveralItems(column.Header));
    }

    private static (TemplateColumn Column, string Text)? TextOf(Record record) => record switch
    {
        Initiative initiative => (InitiativeSheet.Text, initiative.Text),
        Direction direction => (DirectionSheet.Text, direction.Text),
        WardActivity activity => (WardActivitySheet.Text, activity.Text),
        _ => null,
    };
}
