using FsCheck;
using FsCheck.Fluent;

namespace KawasakiServerless.Domain.Tests;

/// <summary>
/// Properties of the changes between any two reports: none is missing, none is invented, and the changes in the opposite direction undo
/// them.
/// </summary>
public sealed class ChangesProperties
{
    private static readonly Gen<Report> AnyReport =
        from zaisei in AnyRecords("zaisei")
        from kawasaki in AnyRecords("kawasaki")
        select Report.Compose(Some.Year, Some.Register, [new("zaisei", "z", Some.Time, zaisei), new("kawasaki", "k", Some.Time, kawasaki)]);

    private static readonly Gen<(Report Before, Report After)> TwoReports =
        from before in AnyReport
        from after in Gen.Frequency((4, AnyReport), (1, Gen.Constant(before)))
        select (before, after);

    [Fact]
    public void ChangesAreEmptyExactlyWhenTheReportsHaveTheSameRecords() => TwoReports.Holds(reports =>
        Assert.Equal(
            Said(reports.Before).ToHashSet().SetEquals(Said(reports.After)), Changes.Between(reports.Before, reports.After).IsEmpty));

    [Fact]
    public void ChangesAppliedToTheEarlierReportGiveTheLaterReport() => TwoReports.Holds(reports =>
        Assert.Equal(Content(reports.After), Applied(Content(reports.Before), Changes.Between(reports.Before, reports.After))));

    [Fact]
    public void ChangesInTheOppositeDirectionAreTheSameChangesReversed() => TwoReports.Holds(reports => Assert.Equal(
        Changes.Between(reports.After, reports.Before).Records.Select(Essence).Order(StringComparer.Ordinal),
        Changes.Between(reports.Before, reports.After).Records.Select(Turned).Select(Essence).Order(StringComparer.Ordinal)));

    [Fact]
    public void TheSameReportsGiveTheSameChanges() => TwoReports.Holds(reports =>
        Assert.Equal(Changes.Between(reports.Before, reports.After), Changes.Between(reports.Before, reports.After)));

    // Few ids and few texts, so that two reports have much in common.
    private static Gen<DepartmentRecords> AnyRecords(string department) =>
        from initiatives in Numbered(department, 0, (id, text) => Some.Initiative(id, text))
        from directions in Numbered(department, 3, (id, text) => Some.Direction(id, text, viewpoint: text.Length))
        from collaborations in Numbered(department, 6, (id, text) => Some.Collaboration(id, text))
        from activities in Numbered(department, 9, (id, text) => Some.WardActivity(id, text.Length == 1 ? null : "kawasaki", text: text))
        from summaries in Numbered(
            department, 12, (id, text) => Some.PlainSummary(id, text, text.Length == 1 ? SectionPage.Home : SectionPage.Of(text.Length)))
        from figures in Gen.Elements<Figure[]>([[], [Some.Figure(2016, 0)],
            [Figure.NotReported(FiscalYear.Of(2016)), Some.Figure(2017, 1)], [Figure.InWords(FiscalYear.Of(2017), "実施")]])
        from unit in Gen.Elements<string?>("回", null)
        let indicators = initiatives.Select(i => Some.Indicator($"{i.Id}-1", i.Id, "数", figures) with { Unit = unit })
        select DepartmentRecords.Of([.. initiatives, .. directions, .. collaborations, .. activities, .. summaries, .. indicators])
            .Select(r => r with { Source = Some.Source(department) });

    private static Gen<Record[]> Numbered(string department, int first, Func<string, string, Record> make) =>
        from numbers in Anything.AnyOf([first + 1, first + 2, first + 3])
        from texts in Gen.Elements("一", "二二", "三三三").ArrayOf(numbers.Length)
        select numbers.Zip(texts, (number, text) => make(new RecordId(department, number).ToString(), text)).ToArray();

    private static IEnumerable<Record> Said(Report report) => report.Records.All.Select(r => r with { Source = Some.Source() });

    private static Dictionary<(RecordKind, string, Field, int?), FieldValue> Content(Report report) =>
        Applied([], Changes.Between(Report.Compose(report.ReportingYear, report.Register, []), report));

    private static Dictionary<(RecordKind, string, Field, int?), FieldValue> Applied(
        Dictionary<(RecordKind, string, Field, int?), FieldValue> content, Changes changes)
    {
        foreach (var record in changes.Records)
        {
            // Skips the field Initiative of an indicator. It shows the text of the initiative, which can change although the indicator does
            // not.
            foreach (var field in record.Fields.Where(f => f.Field != Field.Initiative))
                Apply(content, (record.Kind, record.Id, field.Field, field.Year?.Year), field);
        }

        // Compares numbers without their unit, which a value contains only so that the number can be displayed.
        return content.ToDictionary(c => c.Key, c => c.Value with { Unit = null });
    }

    private static void Apply<T>(Dictionary<T, FieldValue> content, T key, FieldChange field)
        where T : notnull
    {
        Assert.Equal(field.Before with { Unit = null }, content.GetValueOrDefault(key, FieldValue.Absent) with { Unit = null });
        if (field.After == FieldValue.Absent)
            content.Remove(key);
        else
            content[key] = field.After;
    }

    private static RecordChange Turned(RecordChange change) => change with
    {
        Change = change.Change switch { ChangeKind.Added => ChangeKind.Removed, ChangeKind.Removed => ChangeKind.Added, var same => same },
        Fields = [.. change.Fields.Select(f => f with { Before = f.After, After = f.Before })],
    };

    // Leaves out the title and the place of the record, because a change contains those of the later report, and in the opposite direction
    // the other report is the later one.
    private static string Essence(RecordChange change) => $"{change.Change} {change.Kind} {change.Id} {change.Fields}";
}
