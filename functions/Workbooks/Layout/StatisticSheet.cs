using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>
/// The sheet 活動統計, with one share per row. Rows with equal values in the columns from 区分 to 総数 form one statistic; a row in which all
/// these columns are blank belongs to the statistic of the row above.
/// </summary>
internal static class StatisticSheet
{
    public static TemplateColumn<string> Section { get; } = new("区分", new TextKind(), 16, "例：相談対応")
    { IsRequired = true, Example = "相談対応", NoneIsAValue = true };

    public static TemplateColumn<string> Name { get; } = new(
        "項目", new TextKind(), 26, "何を数えたかを書きます。例：対象者の年齢区分")
    { IsRequired = true, Example = "対象者の年齢区分", NoneIsAValue = true };

    public static TemplateColumn<YearMonth> From { get; } = new(
        "期間開始", new YearMonthKind(), 22, "年と月を書きます。例：平成29年4月")
    { IsRequired = true, Example = "平成29年4月" };

    public static TemplateColumn<YearMonth> To { get; } = new(
        "期間終了", new YearMonthKind(), 22, "年と月を書きます。例：平成30年3月")
    { IsRequired = true, Example = "平成30年3月" };

    public static TemplateColumn<decimal?> Total { get; } = new(
        "総数", new NumberKind(), 12, "数字だけを書きます。")
    { IsRequired = true, Example = "80252" };

    public static TemplateColumn<string> Label { get; } = new(
        "内訳", new TextKind(), 30, "内訳の名前を書きます。例：幼児（1～5歳）")
    { IsRequired = true, Example = "幼児（1～5歳）", NoneIsAValue = true };

    public static TemplateColumn<decimal?> Percent { get; } = new(
        "割合", new NumberKind(), 10, "総数に占める割合を%で書きます。例：29.4")
    { IsRequired = true, Example = "29.4" };

    public static TemplateColumn<string> Note { get; } = new("注", new TextKind(), 40, "内訳についての補足です。");

    public static EquatableList<TemplateColumn> Own { get; } = [Section, Name, From, To, Total];

    public static SheetLayout Layout { get; } = new(
        "活動統計",
        "活動の総数と内訳を書きます。内訳一つに一行を使い、区分から総数までは同じにするか、空のままにします。",
        SheetOwner.Coordinator,
        [.. Own, Label, Percent, Note],
        (records, context) => records.Statistics.SelectMany(s => s.Shares.Select(share => LineOf(s, share, context))))
    { Kind = RecordKind.Statistic, IsOptional = false };

    /// <summary>
    /// Returns the column to name when a field of a statistic has too many characters or items. Null for a field without a limit.
    /// </summary>
    public static TemplateColumn? ColumnOf(Field field) => field switch
    {
        Field.Section => Section,
        Field.Name => Name,
        Field.Shares => Label,
        _ => null,
    };

    private static TemplateRow LineOf(Statistic statistic, Share share, LayoutContext context) => new TemplateRow(context)
        .Set(Section, statistic.Section)
        .Set(Name, statistic.Name)
        .Set(From, statistic.From)
        .Set(To, statistic.To)
        .Set(Total, statistic.Total)
        .Set(Label, share.Label)
        .Set(Percent, share.Percent)
        .Set(Note, share.Note);
}
