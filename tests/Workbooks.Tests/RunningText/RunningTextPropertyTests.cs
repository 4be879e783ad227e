using FsCheck;
using FsCheck.Fluent;
using KawasakiServerless.Workbooks.RunningText;

namespace KawasakiServerless.Workbooks.Tests.RunningText;

public sealed class RunningTextPropertyTests
{
    private const int Hostile = 10_000;

    private static readonly string[] Structure =
    [
        "H28：", "H29：", "H30:", "平成28年度：", "2016年度：", "R元：", " ", " ", "　", "\n", "\r\n", "（", "）", "(", ")", "/", " / ", "、", "・", ":",
        "〜", "-", "▲", "。", "①", "②", "約", "5 6", "1,00", "1,000", "3.5",
        "回", "人", "名", "%", "か所", "川崎病院", "井田病院", "（累計）", "第", "H28", "H", "平成", "元", "年度", "\uD800", "\uFFFE", "ﾞ", "㍻29：", "㎡", "😀",
    ];

    // Each of these occurs nowhere else, so that the tests can search for it.
    private static readonly string[] Marked =
        ["甲会", "乙丸", "丙山", "丁目", "戊辰", "己巳", "庚申", "辛夷", "壬生", "癸丑", "7001", "7013", "7027", "7,039", "70.43", "7057回"];

    private static Gen<string> Texts =>
        from pieces in Gen.Elements(Structure).ListOf()
        from marked in Gen.Shuffle(Marked)
        from places in Gen.ArrayOf(Gen.Choose(0, 40), Marked.Length)
        select string.Concat(marked.Zip(places).Where(m => m.Second <= pieces.Count).Aggregate(
            pieces.ToList(), (list, m) => [.. list.Take(m.Second), m.First, .. list.Skip(m.Second)]));

    public static TheoryData<string> HostilePieces =>
    [
        "H28：", "H28：1 ", "H28：1回\n", "(", ")", "()", "(H28：1", "H28：1(", "部数 H28：1 / ", "あ ", " ", "\n", "1 ", "1,", "H", "H ", "平成 ",
        "平成28", "・", "H28：①", "病院 ", "川崎病院 H28：1 ", "(累計)", "〜H28：", "H28、",
        "H28：あ 1回 ", "あ1回", "-", "- ", "1 -", "5(5)", "H28：(1)", "ﾞ", "か゛", "\u0301", "\uD83D\uDE00", "\uD83D", "㍻", "①", "H28：1 あ\n", "A・",
        "H28：1 2 3 4", "9", "H28：実施 ", "/ ", "H28 ", "（H28：1）", "一（H28：1）",
    ];

    [Fact]
    public void ArbitraryTextGivesSoundSeriesOrIsKeptUnchanged() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text => ReadsSafely(text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void NoWordOrNumberOfARunningTextIsLost() => Prop.ForAll(Texts.ToArbitrary(), ReadsSafely).Check(Seeded.Cases(3_000));

    [Fact]
    public void ASeriesOfAPlaceAfterALineThatEndsWithANumberHasAName() =>
        Assert.True(ReadsSafely("丙山R元：庚申約第戊辰70.43①\n井田病院H30:壬生7013▲平成28年度：回7,039"));

    [Fact]
    public void NoWordOrNumberIsLostWhenFiguresAreInACellOfTheirOwn() => Prop.ForAll(Texts.ToArbitrary(), text =>
        Marked.Where(m => text.Contains(m, StringComparison.Ordinal))
            .All(m => Holds(Some.RunningText.Read("取組", text), m))).Check(Seeded.Cases(3_000));

    [Fact]
    public void GeneratedSeriesAreReadBack() => Prop.ForAll(SeriesGenerators.Series.Zip(SeriesGenerators.Writing).ToArbitrary(), pair =>
    {
        var (series, writing) = pair;
        var figures = writing.Write(series);
        var expected = PrintedSeries.Folded(series.Select(PrintedSeries.Print)).ToList();
        RunningTextReading[] readings = [Some.RunningText.Read(SeriesGenerators.Item, figures),
            Some.RunningText.Read(string.Format(null, writing.Layout, SeriesGenerators.Item, figures))];
        Assert.All(readings, r => Assert.Equal(SeriesGenerators.Item, r.Item));
        Assert.All(readings, r => Assert.Equal(expected, PrintedSeries.Folded(r.Series.Select(PrintedSeries.Print))));
    }).Check(Seeded.Cases(1_000));

    [Theory]
    [MemberData(nameof(HostilePieces))]
    public void HostileTextIsReadToItsEnd(string piece)
    {
        var repeated = string.Concat(Enumerable.Repeat(piece, (Hostile / piece.Length) + 1))[..Hostile];
        Some.RunningText.Read("部数 H28：1");
        Assert.True(ReadsSafely(repeated));
        Some.RunningText.Read($"部数 H28：1 {repeated}");
        Some.RunningText.Read($"部数（{repeated}）");
        Some.RunningText.Read(repeated, repeated);
        Some.RunningText.Read("取組", $"部数 {repeated} H28：1");
    }

    private static bool ReadsSafely(string text)
    {
        var reading = Some.RunningText.Read(text);
        return (reading.Series.Count == 0 ? reading.Item == text : text.Contains(reading.Item[..^1], StringComparison.Ordinal))
            && reading.Series.All(IsSound) && Marked.Where(m => text.Contains(m, StringComparison.Ordinal)).All(m => Holds(reading, m));
    }

    private static bool IsSound(RunningSeries series) =>
        series.Name.Length > 0 && series.Figures.Count > 0
            && series.Figures.Zip(series.Figures.Skip(1)).All(p => p.First.Year < p.Second.Year);

    private static bool Holds(RunningTextReading reading, string marked) =>
        Parts(reading)
            .Any(p => p.Replace(",", "", StringComparison.Ordinal).Contains(marked.TrimEnd('回').Replace(",", "", StringComparison.Ordinal),
                StringComparison.Ordinal));

    private static IEnumerable<string> Parts(RunningTextReading reading) =>
    [
        reading.Item,
        .. reading.Doubts.Select(r => r.Text),
        .. reading.Series.SelectMany(
            s => new[] { s.Name, s.Group ?? "", s.Unit ?? "" }.Concat(s.Notes).Concat(s.Figures.Select(f => f.Text ?? $"{f.Value}"))),
    ];
}
