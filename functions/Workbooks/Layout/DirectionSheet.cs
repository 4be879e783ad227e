using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>The sheet 課題と方向性, with one direction per row.</summary>
internal static class DirectionSheet
{
    public static TemplateColumn<string> Text { get; } = new(
        "課題と今後の方向性", new TextKind(), 80, "一行に一つ、文で書きます。")
    { IsRequired = true, Example = "認知症の早期発見・早期対応の取組を推進する。" };

    public static SheetLayout Layout { get; } = new(
        "課題と方向性",
        "施策ごとの課題と今後の方向性を、一行に一つずつ書きます。",
        SheetOwner.Everyone,
        [SharedColumns.Number, SharedColumns.Viewpoint, SharedColumns.PolicyArea, SharedColumns.Divisions, Text],
        (records, context) => records.Directions.Select(d => LineOf(d, context)))
    { Kind = RecordKind.Direction, IsOptional = false };

    /// <summary>
    /// Returns the column to name when a field of a direction has too many characters or items. Null for a field without a limit.
    /// </summary>
    public static TemplateColumn? ColumnOf(Field field) => field switch
    {
        Field.Divisions => SharedColumns.Divisions,
        Field.Text => Text,
        _ => null,
    };

    private static TemplateRow LineOf(Direction direction, LayoutContext context) => new TemplateRow(context)
        .SetNumber(direction)
        .Set(SharedColumns.Viewpoint, direction.Viewpoint)
        .Set(SharedColumns.PolicyArea, direction.PolicyArea)
        .Set(SharedColumns.Divisions, direction.Divisions)
        .Set(Text, direction.Text);
}
