using KawasakiServerless.MakeSamples;
using KawasakiServerless.Workbooks.RunningText;

namespace KawasakiServerless.Workbooks.Tests.RunningText;

/// <summary>From the texts of the 2018 report, the parser reads every series that a person read from them (tests/Dataset).</summary>
public sealed class PaperFiguresTests
{
    private static readonly List<(DatasetInitiative Initiative, List<string> Series)> All =
    [
        .. Some.Dataset.Viewpoints.SelectMany(v => v.PolicyAreas.SelectMany(a => a.Initiatives.Select((i, at) =>
            (i, Some.Dataset.Indicators.Where(x => (x.Viewpoint, x.PolicyArea, x.Initiative) == (v.Number, a.Name, i.Text)
                && x.Position == at).SelectMany(x => x.Series).Select(PrintedSeries.Print).ToList())))),
    ];

    private static readonly List<(DatasetInitiative Initiative, List<string> Series)> WithFigures =
        [.. All.Where(p => p.Initiative.IndicatorText is not null)];

    private static readonly List<string> Prose =
    [
        .. All.Where(p => p.Initiative.IndicatorText is null).Select(p => p.Initiative.Text),
        .. Some.Dataset.Viewpoints.SelectMany(v => v.PolicyAreas).SelectMany(a => a.Directions),
        .. Some.Dataset.Collaborations.SelectMany(c => new[] { c.PartnersText, c.Name, c.Outline, c.Direction }),
        .. Some.Dataset.Wards.Wards.SelectMany(w => w.Items),
        .. Some.Dataset.Wards.CommonEfforts.SelectMany(e => e.Items),
        .. Some.Dataset.WardHistory.SelectMany(y => y.Groups).SelectMany(g => g.Items.Append(g.Heading ?? "")),
        .. Some.Dataset.Narrative.SelectMany(p => p.Blocks).Select(b => b.Text),
    ];

    public static TheoryData<string> Layouts =>
        ["{0}（{1}）", "{0}({1})", "{0}\n{1}", "{0}\n（{1}）", "{0}\r\n{1}", "{0}\n\n（{1}）\n", "{0}（{1}）。"];

    [Fact]
    public void ThePrintedReportHas112SeriesWith209Figures()
    {
        Assert.Equal((72, 112, 88), (WithFigures.Count, WithFigures.Sum(p => p.Series.Count), All.Count - WithFigures.Count));
        Assert.Equal(209, WithFigures.SelectMany(p => Some.RunningText.Read(p.Initiative.Text, p.Initiative.IndicatorText).Series).Sum(
            s => s.Figures.Count));
    }

    [Fact]
    public void FiguresApartFromTheirItemAreRead() => Assert.All(WithFigures, pair => AssertReads(
        pair, Some.RunningText.Read(pair.Initiative.Text, pair.Initiative.IndicatorText), pair.Initiative.Text));

    [Theory]
    [MemberData(nameof(Layouts))]
    public void FiguresInTheCellOfTheirItemAreRead(string layout) => Assert.All(WithFigures, pair =>
    {
        var item = pair.Initiative.Text + (layout.EndsWith('。') ? "。" : "");
        var named = (pair.Initiative, pair.Series.Select(s => s.StartsWith(pair.Initiative.Text, StringComparison.Ordinal) ? item
            + s[pair.Initiative.Text.Length..] : s).ToList());
        AssertReads(named, Some.RunningText.Read(string.Format(null, layout, pair.Initiative.Text, pair.Initiative.IndicatorText)), item);
    });

    [Fact]
    public void FiguresAtTheEndOfAnItemAreReadAndStayInTheItem()
    {
        var ten = WithFigures.Where(p => p.Initiative.Text.EndsWith(p.Initiative.IndicatorText!, StringComparison.Ordinal)).ToList();
        Assert.Equal(10, ten.Count);
        Assert.All(ten, pair => AssertReads(pair, Some.RunningText.Read(pair.Initiative.Text), pair.Initiative.Text));
        Assert.All(ten, pair => AssertReads(pair, Some.RunningText.Read(pair.Initiative.Text, null), pair.Initiative.Text));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void FiguresInFullWidthCharactersAreReadTheSame(bool alsoPunctuation) => Assert.All(WithFigures, pair =>
    {
        var (item, figures) = (Widen(pair.Initiative.Text, alsoPunctuation), Widen(pair.Initiative.IndicatorText!, alsoPunctuation));
        RunningTextReading[] readings = [Some.RunningText.Read(item, figures), Some.RunningText.Read($"{item}（{figures}）"),
            Some.RunningText.Read($"{item}\n{figures}"), Some.RunningText.Read($"{item}\n（{figures}）")];
        Assert.All(readings, reading =>
        {
            Assert.Equal(item, reading.Item);
            Assert.Equal(PrintedSeries.Folded(pair.Series), PrintedSeries.Folded(reading.Series.Select(PrintedSeries.Print)));
            Assert.All(reading.Series, s => Assert.Contains(s.Name, item + figures + FigureNames.People, StringComparison.Ordinal));
        });
    });

    [Fact]
    public void ProseHoldsNoSeriesAndComesBackUntouched()
    {
        Assert.True(Prose.Count > 88 + 156 + (47 * 4) + 140);
        Assert.All(Prose, text => Assert.Equal(new(text, [], []), Some.RunningText.Read(text)));
        Assert.All(Prose, text => Assert.Equal(new(text, [], []), Some.RunningText.Read(text, null)));
        Assert.All(Prose, text => Assert.Empty(Some.RunningText.Read(Widen(text, true)).Series));
    }

    [Fact]
    public void TheOnlyDoubtsInThePrintedReportAreTwoSplitNumbers() => Assert.Equal(
        [new(FigureDoubtKind.SplitDigits, "平成28年度 5 6 社"), new(FigureDoubtKind.SplitDigits, "平成29年度 5 7 社")],
        WithFigures.SelectMany(p => Some.RunningText.Read(p.Initiative.Text, p.Initiative.IndicatorText).Doubts));

    private static void AssertReads((DatasetInitiative Initiative, List<string> Series) pair, RunningTextReading reading, string item)
    {
        Assert.Equal(item, reading.Item);
        Assert.Equal(pair.Series, reading.Series.Select(PrintedSeries.Print));
        Assert.DoesNotContain(reading.Doubts, r => r.Kind != FigureDoubtKind.SplitDigits);
    }

    private static string Widen(string text, bool alsoPunctuation) => string.Concat(text.Select(c => c switch
    {
        ' ' => '　',
        ':' or (>= '0' and <= '9') or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') => (char)(c + 0xFEE0),
        > ' ' and <= '~' when alsoPunctuation => (char)(c + 0xFEE0),
        _ => c,
    }));
}
