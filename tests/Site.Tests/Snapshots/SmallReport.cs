using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Tests;

/// <summary>A report with three departments, one viewpoint, and one or two records of each kind.</summary>
internal static class SmallReport
{
    private static readonly Source Source = Some.Source;

    private static readonly Register Register = Register.Of2018 with
    {
        Departments = [.. Register.Of2018.Departments.Where(d => d.Code is "kenkofukushi" or "kawasaki" or "shobo")],
        Viewpoints = [.. Register.Of2018.Viewpoints.Take(1)],
        Documents = [.. Register.Of2018.Documents.Take(1)],
    };

    public static Report Compose() => Report.Compose(
        FiscalYear.Of(2018),
        Register,
        [
            new("kenkofukushi", Source.Submission, Some.UploadedAt, DepartmentRecords.Of([.. Coordinators])),
            new("kawasaki", "2018-kawasaki-0001", Some.UploadedAt, DepartmentRecords.Of([.. Wards])),
        ]);

    /// <summary>
    /// The report with a year before it and a history. The first publication in the history does not contain the second initiative, has
    /// other figures of the first indicator and another text of the direction, and contains a direction that was withdrawn later.
    /// </summary>
    public static SiteInput WithHistory()
    {
        var (newest, earlier) = (Compose(), EarlierYear.Of(Compose()));
        var first = SampleHistory.Edited(newest, Unfinished);
        return SiteInput.Of([newest, earlier]) with
        {
            History = History.Empty
                .With(new(1, "first", Some.UploadedAt, [Changes.Between(null, first), Changes.Between(null, earlier)]))
                .With(new(2, "second", Some.UploadedAt.AddDays(9), [Changes.Between(first, newest)])),
        };
    }

    private static IEnumerable<Domain.Record> Unfinished(Domain.Record record) => record switch
    {
        Initiative { Id: "kenkofukushi-0002" } => [],
        Indicator { Id: "kenkofukushi-0001-1" } indicator =>
            [indicator with { Figures = [Some.Figure(2016, 1000), Figure.NotReported(FiscalYear.Of(2017))] }],
        Direction direction => [direction with { Text = "早期発見の取組を進める。" }, direction with { Id = "kenkofukushi-0099", Text = "取り下げられた方向性" }],
        _ => [record],
    };

    private static IEnumerable<Domain.Record> Coordinators =>
    [
        Some.Initiative("認知症アクションガイドブックの作成・配布"),
        Some.Indicator(Some.Figure(2016, 1000), Some.Figure(2017, 7700)),
        Some.Indicator(Figure.NotApplicable(FiscalYear.Of(2016)), Some.Figure(2017, 0)) with
        {
            Id = "kenkofukushi-0001-2", Group = "川崎病院", Name = "受診率", Unit = null, IsCumulative = true, Notes = ["暫定値"],
        },
        Some.Initiative("介護予防の普及啓発") with { Id = "kenkofukushi-0002" },
        new Direction("kenkofukushi-0003", Source, 1, "elderly", ["健康福祉局長寿社会部"], "早期発見・早期対応の取組を進める。"),
        new Collaboration("kenkofukushi-0004", Source, "消防局、区役所等", "見守りネットワーク", "事業者と協定を結ぶ。", "対象を広げる。"),
        new WardActivity("kenkofukushi-0005", Source, null, null, "意識づくり", null, "区民説明会"),
        new Statistic("kenkofukushi-0006", Source, "相談対応", "対応方法", YearMonth.Of(2017, 4), YearMonth.Of(2018, 3), 80252,
            [new("電話", 49.4m, null), new("訪問", 18, "新規")]),
        Passage(7, "ロードマップ", PassageKind.Bullet, "第1段階（平成27～29年度） 土台づくり"),
        Passage(8, "ロードマップ", PassageKind.Bullet, "第2段階（平成30～37年度） システム構築期"),
        Passage(9, "経過", PassageKind.Paragraph, "平成26年に設置した。"),
        Passage(10, "経過", PassageKind.Numbered, "1. 意識の醸成"),
        Passage(11, "経過", PassageKind.Caption, "体制"),
        Passage(12, "経過", PassageKind.Note, "※数は年度末現在。"),
    ];

    private static IEnumerable<Domain.Record> Wards =>
    [
        new WardActivity("kawasaki-0001", WardSource, "kawasaki", null, null, null, "普及啓発講演会の開催"),
        new WardActivity("kawasaki-0002", WardSource, "kawasaki", FiscalYear.Of(2017), null, "伝える", "広報紙の発行"),
    ];

    private static Source WardSource { get; } = Source with
    {
        Department = "kawasaki",
        Submission = "2018-kawasaki-0001",
        File = "2018-川崎区役所.xlsx",
        Sheet = "区の取組",
    };

    private static Passage Passage(int number, string heading, PassageKind kind, string text) =>
        new(new RecordId("kenkofukushi", number).ToString(), Source with { Sheet = "本文" }, "資料1-1", [heading], kind, text);
}
