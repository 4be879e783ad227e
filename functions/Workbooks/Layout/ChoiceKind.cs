using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Layout;

/// <summary>
/// A column kind with a list of allowed values. A value may have several names: the first is written to workbooks, and all are accepted
/// when a workbook is read.
/// </summary>
internal abstract class ChoiceKind<T> : ColumnKind<T>
{
    private readonly Func<LayoutContext, Dictionary<string, T>> byName;

    protected ChoiceKind() => byName = ByName;

    public override string Form => "一覧から選ぶ";

    public override CellInputKind Input => CellInputKind.Choice;

    /// <summary>Removes from a text, normalized by FoldHeader, what departments add to a value, such as its number in a list.</summary>
    protected virtual string Plain(string folded) => folded;

    public sealed override IReadOnlyList<string> Choices(LayoutContext context) => [.. ListedFor(context).Select(c => c.Names[0])];

    public sealed override CellReading<T> Read(SheetCell cell, TemplateColumn column, LayoutContext context)
    {
        var named = context.Once(this, byName);
        // Looks up the unchanged text first, because most cells match exactly and need no normalization.
        return named.TryGetValue(cell.Text, out var value) || named.TryGetValue(TemplateColumn.FoldHeader(cell.Text), out value)
            || named.TryGetValue(Plain(TemplateColumn.FoldHeader(cell.Text)), out value)
            ? new(value)
            : Wrong(Unlisted(column, Choices(context), NearestTo(cell.Text, context)));
    }

    // A value that was removed from the register is written as a blank cell, so that staff choose a new one.
    public sealed override Content Write(T value, LayoutContext context) =>
        Content.Of(All(context).FirstOrDefault(c => EqualityComparer<T>.Default.Equals(c.Value, value))?.Names[0]);

    private static Finding Unlisted(TemplateColumn column, IReadOnlyList<string> choices, string? nearest) => column.IsRequired
        ? Findings.NotInList(column.Header, choices, nearest)
        : Findings.NotInOptionalList(column.Header, choices, nearest);

    private string? NearestTo(string typed, LayoutContext context) =>
        Nearest.Of(Plain(TemplateColumn.FoldHeader(typed)), context.Once((this, nameof(Nearest)), Listed));

    private List<(string, string)> Listed(LayoutContext context) =>
        [.. ListedFor(context).SelectMany(c => c.Names, (c, name) => (TemplateColumn.FoldHeader(name), c.Names[0]))];

    private Dictionary<string, T> ByName(LayoutContext context)
    {
        var named = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var choice in All(context))
        {
            foreach (var name in choice.Names)
            {
                named.TryAdd(name, choice.Value);
                named.TryAdd(TemplateColumn.FoldHeader(name), choice.Value);
            }
        }

        return named;
    }

    protected abstract IEnumerable<ListedChoice<T>> All(LayoutContext context);

    /// <summary>
    /// The values that the drop-down offers. A subset of <see cref="All"/>, which contains all values accepted when reading.
    /// </summary>
    protected virtual IEnumerable<ListedChoice<T>> ListedFor(LayoutContext context) => All(context);
}

internal sealed record ListedChoice<T>(T Value, params EquatableList<string> Names);

internal sealed class ViewpointKind : ChoiceKind<int?>
{
    protected override IEnumerable<ListedChoice<int?>> All(LayoutContext context) =>
        context.Register.Viewpoints.OrderBy(v => v.Number).Select(v => new ListedChoice<int?>(
            v.Number, $"{v.Number} {v.ShortName}", $"{v.Number}", $"視点{v.Number}", v.Title, v.ShortName, $"{v.Number} {v.Title}"));

    protected override string Plain(string folded) => ViewpointText.Plain(folded);
}

internal sealed class PolicyAreaKind : ChoiceKind<string>
{
    protected override string Plain(string folded) => ChoiceNumber.Without(folded);

    protected override IEnumerable<ListedChoice<string>> All(LayoutContext context) =>
        context.Register.PolicyAreas.Select(a => new ListedChoice<string>(a.Code, a.Name));
}

/// <summary>Where a ward activity took place: the department code of a ward office, or null for all wards.</summary>
internal sealed record WardPlace(string? Ward);

internal sealed class WardPlaceKind : ChoiceKind<WardPlace>
{
    protected override IEnumerable<ListedChoice<WardPlace>> All(LayoutContext context) =>
        [.. context.Register.Wards.OrderBy(w => w.Order)
            .Select(w => new ListedChoice<WardPlace>(new(w.Code), w.Ward!, w.Name)), new(new(null), WardActivity.CommonToAllWards)];

    protected override IEnumerable<ListedChoice<WardPlace>> ListedFor(LayoutContext context) =>
        All(context).Where(c => context.Department?.IsWard != true || c.Value.Ward == context.Department.Code);
}

internal sealed class CategoryKind : ChoiceKind<string>
{
    protected override string Plain(string folded) => ChoiceNumber.Without(folded);

    protected override IEnumerable<ListedChoice<string>> All(LayoutContext context) =>
        WardActivity.Categories.Select(c => new ListedChoice<string>(c, c));
}

internal sealed class PassageKindKind : ChoiceKind<PassageKind?>
{
    protected override IEnumerable<ListedChoice<PassageKind?>> All(LayoutContext context) =>
        PassageKinds.All.Select(kind => new ListedChoice<PassageKind?>(kind, kind.Label()));
}

internal sealed class SectionPageKind : ChoiceKind<SectionPage>
{
    protected override IEnumerable<ListedChoice<SectionPage>> All(LayoutContext context) =>
        SectionPageNames.AllOf(context.Register).Select(p => new ListedChoice<SectionPage>(p.Page, p.Names));
}

/// <summary>Whether the figures of an indicator are cumulative: the cell contains 累計, or is blank if they are not.</summary>
internal sealed class CumulativeKind : ChoiceKind<bool?>
{
    private static readonly char[] Around = [.. "()[]【】〔〕"];

    private static readonly ListedChoice<bool?>[] Yes = [new(true, "累計", "累積", "○", "〇", "◯", "◎", "レ", "✓", "✔", "有", "有り", "あり", "はい", "TRUE")];

    private static readonly ListedChoice<bool?>[] Known = [.. Yes, new(false, "×", "✕", "✖", "☓", "╳", "いいえ", "否", "FALSE")];

    protected override string Plain(string folded) => folded.Trim(Around);

    protected override IEnumerable<ListedChoice<bool?>> All(LayoutContext context) => Known;

    // A blank cell means that the figures are not cumulative, so the drop-down does not offer a word for it.
    protected override IEnumerable<ListedChoice<bool?>> ListedFor(LayoutContext context) => Yes;
}

/// <summary>
/// The field of the sheet はじめに that says whether the department has nothing to report. The cell contains 該当なし (nothing to report, true) or
/// あり (something to report, false).
/// </summary>
internal sealed class NothingToReportKind : ChoiceKind<bool?>
{
    private static readonly ListedChoice<bool?>[] Answers = [new(false, "あり", "有", "有り", "有る", "ある"), new(true, "該当なし", "なし")];

    protected override IEnumerable<ListedChoice<bool?>> All(LayoutContext context) => Answers;
}
