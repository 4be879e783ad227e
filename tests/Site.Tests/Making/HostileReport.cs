using System.Globalization;
using KawasakiServerless.Domain;
using Record = KawasakiServerless.Domain.Record;

namespace KawasakiServerless.Site.Tests;

/// <summary>
/// A report with all difficulties at once that a page may have to handle: markup, formulas, bidirectional and zero-width characters, emoji,
/// hundreds of characters in all kinds of cells and five thousand in some, series of every kind, 300 partners, plain summaries with
/// such texts, a department with an empty workbook and many without one, and policy areas with nothing but a direction.
/// </summary>
public static class HostileReport
{
    private static readonly DateTimeOffset UploadedAt = new(2018, 8, 1, 0, 0, 0, TimeSpan.FromHours(9));

    private static readonly Source Source = new("kenkofukushi", "2018-kenkofukushi-0001", "2018-健康福祉局.xlsx", "取組", "B5:H5", UploadedAt);

    private static readonly string[] Texts =
    [
        "<script>document.title='broken'</script><img src=x onerror=\"document.title='broken'\">",
        "</title></svg></table><style>*{display:none}</style><iframe src=//example.com></iframe>",
        "javascript:document.title='broken'",
        "=HYPERLINK(\"http://example.com\",\"x\")",
        "+1+1 @SUM(A1) -2 \" onmouseover=\"document.title='broken'\" x='",
        "右から左\u202Eへ\u2066文字\u200F、零幅\u200B\uFEFF、制御\u0085文字、異体字 葛\U000E0100飾区の𠮷野さん",
        "👨‍👩‍👧‍👦🇯🇵🏳️‍🌈 絵文字だけの取組 ✅❗️🆗",
        "&lt;b&gt; &amp;amp; {{ }} @View <!-- --> ]]> %3Cscript%3E \\u003c",
        "http://example.com/" + new string('a', 400),
        new string('長', 500),
        "一行目\r\n二行目\n\n\t四行目　　全角空白",
        "1",
    ];

    // Only a few cells contain this text: if every cell of a page did, a browser would take seconds to lay out the page.
    private static readonly string Longest = new('長', 5000);

    private static readonly SectionPage[] Introduced =
    [
        SectionPage.Home, SectionPage.Of(1), SectionPage.Of(1, "elderly"), SectionPage.Collaborations, SectionPage.Wards,
        SectionPage.OfWard("kawasaki"),
        SectionPage.Departments, SectionPage.Statistics, SectionPage.Indicators, SectionPage.OfDocument("資料1-1"),
    ];

    private static readonly decimal[][] Series =
    [
        [0, 0], [-5, -10], [-3, 4], [1_000_000_000_000, 1], [0.000001m, 0.000002m], [7], [99.95m, 100], [5, 5],
    ];

    public static Report Compose() => Report.Compose(
        FiscalYear.Of(2018),
        Register.Of2018,
        [
            new(Source.Department, Source.Submission, UploadedAt, DepartmentRecords.Of([.. Records])),
            new("zaisei", "2018-zaisei-0001", UploadedAt, DepartmentRecords.Empty),
        ]);

    /// <summary>The report with a year before it, and with so many publications that the oldest are listed on pages of their own.</summary>
    public static SiteInput Input()
    {
        var newest = Compose();
        var earlier = EarlierYear.Of(newest);
        return SiteInput.Of([newest, earlier]) with { History = LongHistory(newest, earlier) };
    }

    private static History LongHistory(Report newest, Report earlier)
    {
        var history = SampleHistory.Of(newest, earlier);
        var other = SampleHistory.Edited(newest, r => [r is Initiative { Id: "kenkofukushi-0012" } i ? i with { Text = "2" } : r]);
        for (var n = history.Publications.Count + 1; n <= 120; n++)
        {
            var (before, after) = n % 2 == 0 ? (newest, other) : (other, newest);
            history = history.With(
                new(n, n.ToString(CultureInfo.InvariantCulture), UploadedAt.AddDays(n + 30), [Changes.Between(before, after)]));
        }

        return history;
    }

    private static IEnumerable<Record> Records =>
    [
        .. Texts.Select((t, n) => new Initiative(Id(n + 1), Source, (n % 4) + 1, "elderly", [t, "健康福祉局長寿社会部"], t)),
        new Initiative(Id(Texts.Length + 1), Source, 1, "elderly", ["健康福祉局長寿社会部"], Longest),
        new Direction(Id(199), Source, 1, "elderly", ["健康福祉局長寿社会部"], Longest),
        new Collaboration(Id(299), Source, "消防局", "長い概要", Longest, Longest),
        new Passage(Id(799), Source, "資料1-2", ["長い段落"], PassageKind.Paragraph, Longest),
        .. Series.Select((s, n) => IndicatorOf(n + 1, s)),
        .. Texts.Select((t, n) => new Indicator($"{Id(n + 1)}-9", Source, Id(n + 1), t, t, t, true,
            [Figure.InWords(FiscalYear.Of(2016), t), Figure.Reported(FiscalYear.Of(2017), n)], [t, t])),
        new Indicator($"{Id(1)}-10", Source, Id(1), "何もない指標", null, null, false,
            [Figure.NotReported(FiscalYear.Of(2016)), Figure.NotApplicable(FiscalYear.Of(2017))], []),
        .. Texts.Select((t, n) => new Direction(Id(n + 101), Source, (n % 4) + 1, n % 2 == 0 ? "elderly" : "housing", [t], t)),
        .. Texts.Select((t, n) => new Collaboration(Id(n + 201), Source, t, t, t, t)),
        new Collaboration(Id(300), Source, string.Join('、', Enumerable.Range(1, 300).Select(n => $"連携先の団体その{n}")), "300の連携先", "概要", "方向"),
        .. Texts.Select((t, n) => new WardActivity(Id(n + 401), Source, n % 3 == 0 ? null : "kawasaki", n % 2 == 0 ? null
            : FiscalYear.Of(2017), t, t, t)),
        .. Texts.Select((t, n) => new Statistic(Id(n + 501), Source, t, t, YearMonth.Of(2017, 4), YearMonth.Of(2018, 3), n,
            [new(t, n, t), new("ほか", 0, null)])),
        .. Texts.SelectMany((t, n) => Enum.GetValues<PassageKind>()
            .Select((kind, k) => new Passage(Id((n * 10) + k + 601), Source, "資料1-1", [t, $"{n}"], kind, t))),
        .. Texts.SelectMany((t, n) => Introduced.Select((page, p) => new PlainSummary(Id((n * 10) + p + 801), Source, page, t))),
    ];

    private static Indicator IndicatorOf(int number, decimal[] values) => new(
        $"{Id(number)}-1", Source, Id(number), $"系列{number}", null, number % 2 == 0 ? null : "件", false,
        [.. values.Select((v, i) => Figure.Reported(FiscalYear.Of(2018 - values.Length + i), v))], []);

    private static string Id(int number) => new RecordId(Source.Department, number).ToString();
}
