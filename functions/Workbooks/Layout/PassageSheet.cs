using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>The sheet 本文, with one passage per row.</summary>
internal static class PassageSheet
{
    public static TemplateColumn<string> Document { get; } = new(
        "資料", new TextKind(), 12, "資料の番号を書きます。例：資料1-1")
    { IsRequired = true, Example = "資料1-1" };

    public static TemplateColumn<EquatableList<string>> Path { get; } = new(
        "見出し", new PathKind(), 50, "大きい見出しから順に「＞」で区切って書きます。例：意識づくり ＞ 積極的な広報");

    public static TemplateColumn<PassageKind?> Kind { get; } = new(
        "種別", new PassageKindKind(), 12, "一覧から選びます。")
    { IsRequired = true, Example = "段落" };

    public static TemplateColumn<string> Text { get; } =
        new("本文", new TextKind(), 90, "一行に一段落を書きます。")
        { IsRequired = true, Example = "在宅医療の充実を図る。", NoneIsAValue = true };

    public static SheetLayout Layout { get; } = new(
        "本文",
        "報告書の文章を、段落ごとに一行ずつ書きます。",
        SheetOwner.Coordinator,
        [Document, Path, Kind, Text],
        (records, context) => records.Passages.Select(p => LineOf(p, context)))
    { Kind = RecordKind.Passage, IsOptional = false };

    /// <summary>
    /// Returns the column to name when a field of a passage has too many characters or items. Null for a field without a limit.
    /// </summary>
    public static TemplateColumn? ColumnOf(Field field) => field switch
    {
        Field.Document => Document,
        Field.Path => Path,
        Field.Text => Text,
        _ => null,
    };

    private static TemplateRow LineOf(Passage passage, LayoutContext context) => new TemplateRow(context)
        .Set(Document, passage.Document)
        .Set(Path, passage.Path)
        .Set(Kind, passage.Kind)
        .Set(Text, passage.Text);
}
