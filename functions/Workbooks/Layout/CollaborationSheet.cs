using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>The sheet 連携取組. The lead department of each collaboration is the department that submits the workbook.</summary>
internal static class CollaborationSheet
{
    public static TemplateColumn<string> Partners { get; } = new(
        "主な連携先", new PartnersKind(), 28, "局・区名を「、」で区切って書きます。全ての局は「全局」、全ての区は「区役所」と書きます。")
    { IsRequired = true, Example = "○○局、区役所" };

    public static TemplateColumn<string> Name { get; } =
        new("事業名等", new TextKind(), 32, "連携して行う事業の名前です。") { IsRequired = true, Example = "地域防災力向上に向けた取組" };

    public static TemplateColumn<string> Outline { get; } =
        new("事業概要", new TextKind(), 48, "何をしているかを書きます。") { IsRequired = true, Example = "避難所開設・運営訓練を実施する。" };

    public static TemplateColumn<string> Direction { get; } =
        new("今後の方向性", new TextKind(), 48, "これからどうするかを書きます。") { IsRequired = true, Example = "訓練の実施に向けた支援を推進する。" };

    public static SheetLayout Layout { get; } = new(
        "連携取組",
        "他の局・区と連携して行う事業のうち、この局・区が中心となるものを書きます。",
        SheetOwner.Everyone,
        [SharedColumns.Number, Partners, Name, Outline, Direction],
        (records, context) => records.Collaborations.Select(c => LineOf(c, context)))
    { Kind = RecordKind.Collaboration, IsOptional = false };

    /// <summary>
    /// Returns the column to name when the text of a field of a collaboration is too long. Null for a field without a length limit.
    /// </summary>
    public static TemplateColumn? ColumnOf(Field field) => field switch
    {
        Field.Partners => Partners,
        Field.Name => Name,
        Field.Outline => Outline,
        Field.Direction => Direction,
        _ => null,
    };

    private static TemplateRow LineOf(Collaboration collaboration, LayoutContext context) => new TemplateRow(context)
        .SetNumber(collaboration)
        .Set(Partners, collaboration.PartnersText)
        .Set(Name, collaboration.Name)
        .Set(Outline, collaboration.Outline)
        .Set(Direction, collaboration.Direction);
}
