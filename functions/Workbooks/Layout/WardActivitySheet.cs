using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>The sheet 区の取組, with one ward activity per row.</summary>
internal static class WardActivitySheet
{
    public static TemplateColumn<WardPlace> Ward { get; } = new(
        "区", new WardPlaceKind(), 12, "一覧から選びます。")
    { IsRequired = true, Example = "○○区" };

    public static TemplateColumn<FiscalYear> Year { get; } = new("年度", new FiscalYearKind(), 20, "取組を行った年度です。毎年続けている取組では空のままにします。例：平成29年度");

    public static TemplateColumn<string> Category { get; } = new("区分", new CategoryKind(), 16, "当てはまるものがあるときに、一覧から選びます。");

    public static TemplateColumn<string> Heading { get; } = new("見出し", new TextKind(), 32, "取組をまとめる見出しがあるときに書きます。");

    public static TemplateColumn<string> Text { get; } =
        new("取組", new TextKind(), 80, "一行に一つ、文で書きます。") { IsRequired = true, Example = "地域包括ケアシステムの啓発を実施した。" };

    public static SheetLayout Layout { get; } = new(
        TemplateWords.WardActivitySheet,
        "区で行った取組を、一行に一つずつ書きます。",
        SheetOwner.WardsAndCoordinator,
        [SharedColumns.Number, Ward, Year, Category, Heading, Text],
        (records, context) => records.WardActivities.Select(a => LineOf(a, context)))
    { Kind = RecordKind.WardActivity, IsOptional = false };

    /// <summary>
    /// Returns the column to name when the text of a field of a ward activity is too long. Null for a field without a length limit.
    /// </summary>
    public static TemplateColumn? ColumnOf(Field field) => field switch
    {
        Field.Category => Category,
        Field.Heading => Heading,
        Field.Text => Text,
        _ => null,
    };

    private static TemplateRow LineOf(WardActivity activity, LayoutContext context) => new TemplateRow(context)
        .SetNumber(activity)
        .Set(Ward, new(activity.Ward))
        .Set(Year, activity.Year)
        .Set(Category, activity.Category)
        .Set(Heading, activity.Heading)
        .Set(Text, activity.Text);
}
