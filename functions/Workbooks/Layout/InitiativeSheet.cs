using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Problems;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>The sheet 視点別取組. It has one row per indicator, and one row for each initiative without indicators.</summary>
internal static class InitiativeSheet
{
    public static TemplateColumn<string> Text { get; } = new(
        "取組", new TextKind(), 42, "取組を一文で書きます。指標が複数あるときは行を加え、管理番号と取組を同じにするか、空のままにします。")
    { IsRequired = true, Example = TemplateWords.InitiativeExample };

    public static TemplateColumn<string> Name { get; } = new(
        "指標名", new TextKind(), 22, "数値で表す指標の名前です。例：養成講座の受講者数")
    { Example = "養成講座の受講者数" };

    public static TemplateColumn<string> Group { get; } = new("区分", new TextKind(), 11, "同じ名前の指標を分けるときに書きます。例：川崎病院")
    { NoneIsAValue = true };

    public static TemplateColumn<string> Unit { get; } = new("単位", new UnitKind(), 9, "例：回、人、か所、%");

    public static TemplateColumn<bool?> IsCumulative { get; } = new("累計", new CumulativeKind(), 8, "前の年度までを含む数値のときに選びます。");

    public static TemplateColumn<EquatableList<string>> Notes { get; } = new(
        "備考", new LinesKind(), 20, "指標についての補足です。複数のときは改行（Alt+Enter）で分けます。");

    public static EquatableList<TemplateColumn> Own { get; } =
        [SharedColumns.Number, SharedColumns.Viewpoint, SharedColumns.PolicyArea, SharedColumns.Divisions, Text];

    public static SheetLayout Layout { get; } = new(
        TemplateWords.InitiativeSheet,
        "取組と、その年度ごとの数値を書きます。",
        SheetOwner.Everyone,
        [.. Own, Name, Group, Unit, IsCumulative, Notes],
        Lines)
    { Kind = RecordKind.Initiative, IsOptional = false, YearsBefore = Notes };

    /// <summary>
    /// Returns the column to name when a field of an initiative has too many characters or items. Null for a field without a limit.
    /// </summary>
    public static TemplateColumn? ColumnOf(Field field) => field switch
    {
        Field.Divisions => SharedColumns.Divisions,
        Field.Text => Text,
        _ => null,
    };

    /// <summary>
    /// Returns the column to name when a field of an indicator has too many characters or items. Null for a field without a limit.
    /// </summary>
    public static TemplateColumn? ColumnOfIndicator(Field field, FiscalYear? year) => field switch
    {
        Field.Name => Name,
        Field.Group => Group,
        Field.Unit => Unit,
        Field.Notes => Notes,
        Field.Figure when year is not null => FigureKind.ColumnOf(year),
        _ => null,
    };

    private static IEnumerable<TemplateRow> Lines(DepartmentRecords records, LayoutContext context)
    {
        var indicators = records.Indicators.ToLookup(i => i.Initiative, StringComparer.Ordinal);
        return records.Initiatives.SelectMany(i => indicators[i.Id].DefaultIfEmpty().Select(indicator => LineOf(i, indicator, context)));
    }

    private static TemplateRow LineOf(Initiative initiative, Indicator? indicator, LayoutContext context)
    {
        var line = new TemplateRow(context)
            .SetNumber(initiative)
            .Set(SharedColumns.Viewpoint, initiative.Viewpoint)
            .Set(SharedColumns.PolicyArea, initiative.PolicyArea)
            .Set(SharedColumns.Divisions, initiative.Divisions)
            .Set(Text, initiative.Text);
        return indicator is null ? line : SetIndicator(line, indicator);
    }

    private static TemplateRow SetIndicator(TemplateRow line, Indicator indicator)
    {
        foreach (var figure in indicator.Figures)
            line.Set(FigureKind.ColumnOf(figure.Year), figure);
        return line
            .Set(Name, indicator.Name)
            .Set(Group, indicator.Group)
            .Set(Unit, indicator.Unit)
            .Set(IsCumulative, indicator.IsCumulative ? true : null)
            .Set(Notes, indicator.Notes);
    }
}
