using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>
/// The sheet やさしい日本語: summaries in simple Japanese, one paragraph per row, each displayed at the top of a page of the site.
/// </summary>
internal static class PlainSummarySheet
{
    public static TemplateColumn<SectionPage> Page { get; } = new(
        "ページ", new SectionPageKind(), 34, "文章を載せるページを、一覧から選びます。同じページの行は、上から順に段落になります。")
    { IsRequired = true, Example = "トップページ" };

    public static TemplateColumn<string> Text { get; } = new(
        "やさしい文章", new TextKind(), 90, "短い文で、むずかしい言葉を使わずに書きます。一行に一段落を書きます。")
    { IsRequired = true, Example = "このまちで安心して暮らすために、市がしていることのページです。" };

    public static SheetLayout Layout { get; } = new(
        "やさしい日本語",
        "ページのはじめに載せる、やさしい日本語の説明を、一段落ずつ書きます。載せないときは、空のままで構いません。",
        SheetOwner.Coordinator,
        [SharedColumns.Number, Page, Text],
        (records, context) => records.PlainSummaries.Select(s => LineOf(s, context)))
    { Kind = RecordKind.PlainSummary, IsOptional = true };

    /// <summary>
    /// Returns the column to name when the text of a field of a summary is too long. Null for a field without a length limit.
    /// </summary>
    public static TemplateColumn? ColumnOf(Field field) => field switch
    {
        Field.Text => Text,
        _ => null,
    };

    private static TemplateRow LineOf(PlainSummary summary, LayoutContext context) => new TemplateRow(context)
        .SetNumber(summary)
        .Set(Page, summary.Page)
        .Set(Text, summary.Text);
}
