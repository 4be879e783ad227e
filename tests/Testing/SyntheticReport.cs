using System.Globalization;
using KawasakiServerless.Domain;
using Record = KawasakiServerless.Domain.Record;

namespace KawasakiServerless.Testing;

/// <summary>
/// A report of any size with the proportions of the city's report of 2018: 7 indicators, 10 directions and 3 collaborations for 10
/// initiatives. Calls with the same number of initiatives return the same content.
/// </summary>
public static class SyntheticReport
{
    private static readonly DateTimeOffset UploadedAt = new(2018, 8, 1, 9, 0, 0, TimeSpan.FromHours(9));
    private static readonly Register City = Register.Of2018;
    private static readonly Department[] Reporting = [.. City.Departments.Take(19)];
    private static readonly string[] Who = ["地域包括支援センター", "町内会・自治会", "民生委員", "ボランティア団体", "医療機関", "小・中学校", "民間事業者", "子育て支援センター"];
    private static readonly string[] What = ["見守り活動", "健康づくり教室", "介護予防の講座", "住まいの相談", "子育てサロン", "認知症サポーターの養成", "多職種の連携会議", "防災訓練"];
    private static readonly string[] How = ["の開催", "の拡充", "に関する情報の発信", "への支援", "の担い手の育成", "の実施に向けた検討"];
    private static readonly string[] Units = ["回", "人", "件", "か所", "団体", "%"];

    public static Report Compose(int initiatives) => Report.Compose(FiscalYear.Of(2018), City, Submissions(initiatives));

    public static IReadOnlyList<DepartmentSubmission> Submissions(int initiatives) =>
    [
        .. Enumerable.Range(0, initiatives).GroupBy(n => n % Reporting.Length, RecordsOf)
            .Select(g => SubmissionOf(Reporting[g.Key], [.. g.SelectMany(records => records)])),
    ];

    private static DepartmentSubmission SubmissionOf(Department department, IReadOnlyCollection<Record> records) =>
        new(department.Code, SubmissionIdOf(department), UploadedAt, DepartmentRecords.Of(records));

    private static IEnumerable<Record> RecordsOf(int n)
    {
        var department = Reporting[n % Reporting.Length];
        var viewpoint = City.Viewpoints[n % City.Viewpoints.Count];
        var area = viewpoint.PolicyAreas[n / City.Viewpoints.Count % viewpoint.PolicyAreas.Count];
        var divisions = new[] { $"{department.Name}第{Number((n % 7) + 1)}課" };
        var initiative = Id(department, n, 0);
        yield return new Initiative(initiative, SourceOf(department, "視点別取組", n), viewpoint.Number, area, [.. divisions], Sentence(n));
        if (n % 10 < 7)
            yield return IndicatorOf(initiative, SourceOf(department, "視点別取組", n), n);
        yield return new Direction(Id(department, n, 1), SourceOf(department, "課題と方向性", n), viewpoint.Number, area,
            [.. divisions], $"{Sentence(n + 3)}を進め、{Sentence(n + 5)}につなげる。");
        if (n % 10 < 3)
            yield return new Collaboration(Id(department, n, 2), SourceOf(department, "連携取組", n),
                Reporting[(n + 1) % Reporting.Length].Name, Sentence(n), $"{Sentence(n + 1)}を行う。", $"{Sentence(n + 2)}を行う。");
    }

    private static Indicator IndicatorOf(string initiative, Source source, int n) => new(
        RecordId.OfIndicator(initiative, 1), source, initiative, $"{Of(What, n)}の実施数", null, Of(Units, n), n % 20 == 0,
        [Figure.Reported(FiscalYear.Of(2016), n % 900), n % 13 == 0 ? Figure.NotReported(FiscalYear.Of(2017))
            : Figure.Reported(FiscalYear.Of(2017), n * 7 % 900)], []);

    private static string Sentence(int n) => $"{Of(Who, n)}と連携した{Of(What, n / 8)}{Of(How, n / 64)}（その{Number(n + 1)}）";

    private static Source SourceOf(Department department, string sheet, int n) =>
        new(department.Code, SubmissionIdOf(department), $"2018-{department.Name}.xlsx", sheet, $"A{Number((n / Reporting.Length) + 2)}",
            UploadedAt);

    private static string SubmissionIdOf(Department department) => $"2018-{department.Code}-0001";

    // A department's records share one sequence of numbers, in which each of the three kinds has every third number.
    private static string Id(Department department, int n, int kind) =>
        new RecordId(department.Code, (n / Reporting.Length * 3) + kind + 1).ToString();

    private static string Of(string[] words, int n) => words[n % words.Length];

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
