using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>
/// All sheets of the template layout (様式) that contain records, in the order of the template. The sheet はじめに is not among them. The reader,
/// the writer and the documentation all use this list.
/// </summary>
internal static class TemplateSheets
{
    public static EquatableList<SheetLayout> All { get; } = [.. RecordKinds.All.Select(Of).Distinct()];

    /// <summary>Returns the sheet that contains records of a kind.</summary>
    public static SheetLayout Of(RecordKind kind) => kind switch
    {
        RecordKind.Initiative or RecordKind.Indicator => InitiativeSheet.Layout,
        RecordKind.Direction => DirectionSheet.Layout,
        RecordKind.Collaboration => CollaborationSheet.Layout,
        RecordKind.WardActivity => WardActivitySheet.Layout,
        RecordKind.Statistic => StatisticSheet.Layout,
        RecordKind.Passage => PassageSheet.Layout,
        RecordKind.PlainSummary => PlainSummarySheet.Layout,
    };

    /// <summary>Returns the column that contains a field whose content exceeds its limit.</summary>
    public static TemplateColumn ColumnOf(RecordKind kind, Excess excess) => Find(kind, excess)
        ?? throw new InvalidOperationException($"{excess.Field} of {kind} has no column.");

    private static TemplateColumn? Find(RecordKind kind, Excess excess) => kind switch
    {
        RecordKind.Initiative => InitiativeSheet.ColumnOf(excess.Field),
        RecordKind.Indicator => InitiativeSheet.ColumnOfIndicator(excess.Field, excess.Year),
        RecordKind.Direction => DirectionSheet.ColumnOf(excess.Field),
        RecordKind.Collaboration => CollaborationSheet.ColumnOf(excess.Field),
        RecordKind.WardActivity => WardActivitySheet.ColumnOf(excess.Field),
        RecordKind.Statistic => StatisticSheet.ColumnOf(excess.Field),
        RecordKind.Passage => PassageSheet.ColumnOf(excess.Field),
        RecordKind.PlainSummary => PlainSummarySheet.ColumnOf(excess.Field),
    };
}

/// <summary>The columns that several sheets have in common.</summary>
internal static class SharedColumns
{
    public static TemplateColumn<RecordId> Number { get; } = new(
        "管理番号", new RecordNumberKind(), 18, "受付のときに付く番号です。書き換えないでください。新しい行では空のままにします。");

    public static TemplateColumn<int?> Viewpoint { get; } = new(
        "視点", new ViewpointKind(), 20, "一覧から選びます。")
    { IsRequired = true, Example = "1" };

    public static TemplateColumn<string> PolicyArea { get; } = new(
        "施策", new PolicyAreaKind(), 15, "一覧から選びます。")
    { IsRequired = true, Example = "高齢者施策" };

    public static TemplateColumn<EquatableList<string>> Divisions { get; } = new(
        TemplateWords.Divisions, new DivisionsKind(), 26, $"局・区名から部・室まで書きます。複数のときは「、」で区切ります。例：{TemplateColumn.Division}");
}
