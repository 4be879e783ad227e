using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>The template layout (様式): its sheets in order. Reader, writer and documentation are made from this.</summary>
internal static class TemplateSheets
{
    public static EquatableList<SheetLayout> All { get; } =
    [
        InitiativeSheet.Layout, DirectionSheet.Layout, CollaborationSheet.Layout, WardActivitySheet.Layout, StatisticSheet.Layout, PassageSheet.Layout,
        PlainSummarySheet.Layout,
    ];
}

/// <summary>Columns that several sheets have.</summary>
internal static class SharedColumns
{
    public static TemplateColumn<RecordId> Number { get; } = new(
        "管理番号", new RecordNumberKind(), 18, "受付のときに付く番号です。書き換えないでください。新しい行では空のままにします。");

    public static TemplateColumn<int?> Viewpoint { get; } = new("視点", new ViewpointKind(), 20, "一覧から選びます。") { IsRequired = true, Example = "1" };

    public static TemplateColumn<string> PolicyArea { get; } = new("施策", new PolicyAreaKind(), 15, "一覧から選びます。") { IsRequired = true, Example = "高齢者施策" };

    public static TemplateColumn<EquatableList<string>> Divisions { get; } = new(
        TemplateWords.Divisions, new DivisionsKind(), 26, $"局・区名から部・室まで書きます。複数のときは「、」で区切ります。例：{TemplateColumn.Division}");
}
