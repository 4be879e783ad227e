using KawasakiServerless.Domain;
using Record = KawasakiServerless.Domain.Record;

namespace KawasakiServerless.Site.Tests;

/// <summary>
/// A small report with every case in which the text of a page depends on another record: the initiatives before and after, other indicators
/// of the same initiative, long lists, partners, plain summaries, a year before, a history.
/// </summary>
internal static class RichReport
{
    public const string LastInitiative = "kenkofukushi-0013";

    private static readonly Register Register = Register.Of2018 with
    {
        Departments = [.. Register.Of2018.Departments.Where(d => d.Code is "kenkofukushi" or "kawasaki" or "shobo")],
        Viewpoints = [.. Register.Of2018.Viewpoints.Take(2)],
        Documents = [.. Register.Of2018.Documents.Take(2)],
    };

    public static Report Compose() =>
        Report.Compose(FiscalYear.Of(2018), Register, [Of("kenkofukushi", Coordinators), Of("kawasaki", Wards), Of("shobo", [])]);

    public static SiteInput Input()
    {
        var newest = Compose();
        var earlier = EarlierYear.Of(newest);
        var before = SampleHistory.Edited(
            newest, r => r is Indicator i ? [i with { Figures = [Some.Figure(2016, 1), Some.Figure(2017, 2)] }] : [r]);
        return SiteInput.Of([newest, earlier]) with
        {
            History = History.Empty
                .With(new(1, "first", Some.UploadedAt, [Changes.Between(null, before), Changes.Between(null, earlier)]))
                .With(new(2, "second", Some.UploadedAt.AddDays(9), [Changes.Between(before, newest)])),
        };
    }

    private static DepartmentSubmission Of(string department, IEnumerable<Record> records)
    {
        var id = $"2018-{department}-0001";
        var source = Some.Source with { Department = department, Submission = id };
        return new(department, id, Some.UploadedAt, DepartmentRecords.Of([.. records.Select(r => r with { Source = source })]));
    }

    private static IEnumerable<Record> Coordinators =>
    [
        Some.Initiative("認知症アクションガイドブックの作成"),
        Some.Indicator(Some.Figure(2016, 1000), Some.Figure(2017, 7700)),
        Some.Indicator(Some.Figure(2016, 5), Some.Figure(2017, 6)) with { Id = "kenkofukushi-0001-2", Group = "川崎病院" },
        Some.Initiative("介護予防の普及啓発") with { Id = "kenkofukushi-0011" },
        Some.Initiative("孤立の防止") with { Id = "kenkofukushi-0012" },
        Some.Initiative("健康づくり") with { Id = LastInitiative, PolicyArea = "health" },
        // More directions than the page of one initiative shows.
        .. Enumerable.Range(20, 24)
            .Select(n => new Direction($"kenkofukushi-00{n}", Some.Source, 1, "elderly", ["健康福祉局長寿社会部"], $"早期発見の取組{n}を進める。")),
        new Collaboration("kenkofukushi-0050", Some.Source, "消防局、区役所等", "見守り", "協定を結ぶ。", "対象を広げる。"),
        new Collaboration("kenkofukushi-0051", Some.Source, "川崎区役所", "居場所", "場をつくる。", "対象を広げる。"),
        new Collaboration("kenkofukushi-0052", Some.Source, "全局", "研修", "研修を行う。", "対象を広げる。"),
        new WardActivity("kenkofukushi-0060", Some.Source, null, null, "意識づくり", null, "区民説明会"),
        new Statistic("kenkofukushi-0061", Some.Source, "相談対応", "対応方法", YearMonth.Of(2017, 4), YearMonth.Of(2018, 3), 80252,
            [new("電話", 49.4m, null)]),
        new Passage("kenkofukushi-0062", Some.Source, "資料1-1", ["経過"], PassageKind.Paragraph, "平成26年に設置した。"),
        new Passage("kenkofukushi-0063", Some.Source, "資料1-2", ["経過"], PassageKind.Paragraph, "平成27年に始めた。"),
        new PlainSummary("kenkofukushi-0064", Some.Source, SectionPage.Of(1, "elderly"), "お年寄りのためのことです。"),
        new PlainSummary("kenkofukushi-0065", Some.Source, SectionPage.Home, "このページのことです。"),
    ];

    private static IEnumerable<Record> Wards =>
    [
        new WardActivity("kawasaki-0001", Some.Source, "kawasaki", FiscalYear.Of(2017), null, "伝える", "広報紙の発行"),
        new Collaboration("kawasaki-0002", Some.Source, "健康福祉局", "区の見守り", "協定を結ぶ。", "対象を広げる。"),
    ];
}
