using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>The divisions responsible (担当部署). A division whose department is unknown is accepted with a warning.</summary>
internal sealed class DivisionsKind : ColumnKind<EquatableList<string>>
{
    private const int MostKnown = 5_000, LongestKnown = 500;

    public override string Form => "部署名（「、」で区切る）";

    // Most rows list the same few divisions, so the parsed lists are cached by the cell's text and shared by the records. A text that is
    // not cached, because it is too long or the cache is full, is not checked for unknown departments: only hostile workbooks contain so
    // many texts or such long ones.
    public override CellReading<EquatableList<string>> Read(SheetCell cell, TemplateColumn column, LayoutContext context)
    {
        var known = context.Once(this, _ => new Dictionary<string, CellReading<EquatableList<string>>>(StringComparer.Ordinal));
        if (known.TryGetValue(cell.Text, out var entry))
            return entry;
        entry = new(Divisions.Parse(cell.Text, context.DepartmentNames));
        if (known.Count < MostKnown && cell.Text.Length <= LongestKnown)
            known[cell.Text] = entry = entry with { Finding = Unknown(entry.Value!, column, context) };
        return entry;
    }

    public override Content Write(EquatableList<string> value, LayoutContext context) => Content.Of(Divisions.Format(value));

    // Whether a text consists of words for all bureaus or all ward offices, such as 各区役所.
    private static bool NamesAll(string division, DepartmentNames names) => PartnerList.Parse(division, names)
        is { Unknown.Count: 0, Departments.Count: 0 } and ({ EveryBureau: true } or { EveryWard: true });

    private static Finding? Unknown(EquatableList<string> divisions, TemplateColumn column, LayoutContext context)
    {
        var unknown = divisions.Where(d => context.DepartmentNames.OfDivision(d) is null && !NamesAll(d, context.DepartmentNames)).ToList();
        return unknown.Count == 0 ? null : TextFindings.DivisionUnknown(
            column.Header, unknown, Nearest.DepartmentOf(unknown[0].Fold(), context.Register), context.Department?.Name);
    }
}

/// <summary>The partners of a collaboration (主な連携先), as written. Names that match no department are accepted with a warning.</summary>
internal sealed class PartnersKind : ColumnKind<string>
{
    public override string Form => "局・区名（「、」で区切る）";

    public override CellReading<string> Read(SheetCell cell, TemplateColumn column, LayoutContext context) =>
        new(cell.Text, KnownTexts.Of(this, context).Check(cell.Text, () => Unknown(cell.Text, column, context.DepartmentNames)));

    public override Content Write(string value, LayoutContext context) => Content.Of(value);

    private static Finding? Unknown(string text, TemplateColumn column, DepartmentNames names)
    {
        var unknown = PartnerList.Parse(text, names).Unknown;
        return unknown.Count == 0 ? null : TextFindings.PartnerUnknown(
            column.Header, unknown, Nearest.DepartmentOf(unknown[0], names.Register));
    }
}
