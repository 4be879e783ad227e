using System.Reflection;
using KawasakiServerless.Domain;
using Record = KawasakiServerless.Domain.Record;

namespace KawasakiServerless.Site.Tests;

/// <summary>
/// Changes every field of every kind of record, one at a time. The fields are found by reflection, so that a new field is included
/// automatically.
/// </summary>
internal static class OneChange
{
    private static readonly MethodInfo Clone = typeof(object).GetMethod("MemberwiseClone", BindingFlags.Instance | BindingFlags.NonPublic)!;

    /// <summary>The changes of all fields of a record and of its source, each with its name, such as Indicator.Figures.</summary>
    public static IEnumerable<(string Name, Func<Record, Record> Change)> AllOf(Record record) =>
    [
        .. Fields(record).Where(f => f.Name != nameof(Record.Source)).Select(f => (NameOf(record, f), With(f, r => Other(f, r)))),
        .. Fields(record.Source)
            .Select(f => ($"{record.GetType().Name}.Source.{f.Name}",
                (Func<Record, Record>)(r => r with { Source = (Source)Changed(r.Source, f, Other(f, r.Source)) }))),
    ];

    /// <summary>
    /// The changes of <see cref="AllOf"/>, but with all fields of the source changed at once. The source has the same fields for every kind
    /// of record, so it is enough to change them one at a time for a single kind.
    /// </summary>
    public static IEnumerable<(string Name, Func<Record, Record> Change)> WithSourceAtOnce(Record record) =>
    [
        .. AllOf(record).Where(c => !c.Name.Contains(".Source.", StringComparison.Ordinal)),
        ($"{record.GetType().Name}.Source", r => AllOf(r)
            .Where(c => c.Name.Contains(".Source.", StringComparison.Ordinal)).Aggregate(r, (changed, c) => c.Change(changed))),
    ];

    private static IEnumerable<PropertyInfo> Fields(object value) =>
        value.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.SetMethod is not null);

    private static string NameOf(Record record, PropertyInfo field) => $"{record.GetType().Name}.{field.Name}";

    private static Func<Record, Record> With(PropertyInfo field, Func<Record, object?> other) => r => (Record)Changed(r, field, other(r));

    private static object Changed(object value, PropertyInfo field, object? other)
    {
        var changed = Clone.Invoke(value, [])!;
        field.SetValue(changed, other);
        return changed;
    }

    private static object? Other(PropertyInfo field, object of) => (field.Name, field.GetValue(of)) switch
    {
        (nameof(Record.Id), string id) => of is Indicator ? $"{id[..^1]}9" : "kenkofukushi-0900",
        (nameof(Indicator.Initiative), string) when of is Indicator => RichReport.LastInitiative,
        (nameof(Initiative.PolicyArea), string) => "health",
        (nameof(Initiative.Viewpoint), int) => 2,
        (nameof(WardActivity.Ward), var ward) when of is WardActivity => ward is null ? "kawasaki" : null,
        (nameof(Source.Department), string code) => code == "shobo" ? "kawasaki" : "shobo",
        (nameof(Passage.Document), string) => "資料1-2",
        (_, var value) => OtherOfItsType(field, value),
    };

    private static object? OtherOfItsType(PropertyInfo field, object? value) => value switch
    {
        string text => $"{text}（改）",
        null when field.PropertyType == typeof(string) => "追加",
        null when field.PropertyType == typeof(FiscalYear) => FiscalYear.Of(2016),
        bool truth => !truth,
        decimal number => number + 1,
        DateTimeOffset time => time.AddDays(40),
        FiscalYear year => year.Previous,
        YearMonth month => YearMonth.Of(month.Year, month.Month == 12 ? 1 : month.Month + 1),
        SectionPage => SectionPage.Of(2),
        PassageKind kind => kind == PassageKind.Paragraph ? PassageKind.Bullet : PassageKind.Paragraph,
        EquatableList<string> texts => (EquatableList<string>)[.. texts, "健康福祉局の追加"],
        EquatableList<Figure> figures => (EquatableList<Figure>)[.. figures.SkipLast(1), Some.Figure(figures[^1].Year.Year, 4321)],
        EquatableList<ValueCell> cells => (EquatableList<ValueCell>)[.. cells, new("2017", 26, 99)],
        EquatableList<Share> shares => (EquatableList<Share>)[.. shares, new("そのほか", 1, null)],
        _ => throw new NotSupportedException($"{field.DeclaringType!.Name}.{field.Name}: say how to change it."),
    };
}
