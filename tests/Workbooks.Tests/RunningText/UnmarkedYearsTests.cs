using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.RunningText;

namespace KawasakiServerless.Workbooks.Tests.RunningText;

/// <summary>Figures of several years that are not written as year, colon and figure are reported, whatever joins them.</summary>
public sealed class UnmarkedYearsTests
{
    private const string Item = "パンフレットの作成・配布";

    [Theory]
    [InlineData("H28年度末:120人、H29年度末:150人")]
    [InlineData("H28実績:120人 H29実績:130人")]
    [InlineData("平成28年度実績:50人、平成29年度実績:60人")]
    [InlineData("50人(H28)→60人(H29)")]
    [InlineData("平成28年度(50人)、平成29年度(60人)")]
    [InlineData("(平成28年度)50人 (平成29年度)60人")]
    [InlineData("【H28】50人【H29】60人")]
    [InlineData("2016年度 50人、2017年度 60人")]
    [InlineData("FY2016:50人、FY2017:60人")]
    [InlineData("2016:50人、2017:60人")]
    [InlineData("2016 : 50人 2017 : 60人")]
    [InlineData("28年度:50人、29年度:60人")]
    [InlineData("H28=50人、H29=60人")]
    [InlineData("H28 50人/H29 60人")]
    [InlineData("H28 50人・H29 60人")]
    [InlineData("H28-50人,H29-60人")]
    [InlineData("H28度:50人 H29度:60人")]
    [InlineData("H29.3末:50人、H30.3末:60人")]
    [InlineData("H28(2016)50人、H29(2017)60人")]
    [InlineData("平成28年度で50人、平成29年度で60人")]
    [InlineData("平成28年度は平均50人、平成29年度は平均60人")]
    [InlineData("平成28年度末現在 50人 平成29年度末現在 60人")]
    [InlineData("平成28年度 50人、29年度 60人")]
    [InlineData("平成28・29年度:50人・60人")]
    [InlineData("H28/10人、H29/20人")]
    [InlineData("H28→10人、H29→20人")]
    [InlineData("H28・10人、H29・20人")]
    [InlineData("10人/H28、20人/H29")]
    [InlineData("H28-29:30人")]
    [InlineData("H28~H29:30人")]
    [InlineData("H28〜H29:30人")]
    [InlineData("H28・H29:各10人")]
    [InlineData("H28・・・10人")]
    [InlineData("H29=20人")]
    [InlineData("28:10人、29:20人")]
    public void FiguresOfTwoYearsInAnotherFormAreReported(string figures) =>
        Assert.All([$"{Item}。（配布部数 {figures}）", $"{Item}\n配布部数 {figures}"], text =>
        {
            var reading = Some.RunningText.Read(text);
            Assert.Equal((text, 0), (reading.Item, reading.Series.Count));
            var doubt = Assert.Single(reading.Doubts);
            Assert.Equal(FigureDoubtKind.NotUnderstood, doubt.Kind);
            Assert.Contains(doubt.Text.Trim('(', ')'), $"({figures})", StringComparison.Ordinal);
        });

    [Theory]
    [InlineData("H28/29:10人/20人")]
    [InlineData("H29実績20人")]
    [InlineData("H28:10人、H29:20人、H30(見込):30人")]
    [InlineData("H28:10人、H29:20人、H30見込み:30人")]
    [InlineData("平成28:10人、29:20人")]
    [InlineData("H27:5人、H28～H29:30人")]
    public void FiguresOfAYearInAnotherFormAreReportedAndNoOtherFigureIsChanged(string figures)
    {
        var reading = Some.RunningText.Read($"{Item}（{figures}）");

        Assert.Empty(reading.Series);
        Assert.Equal(FigureDoubtKind.NotUnderstood, Assert.Single(reading.Doubts).Kind);
    }

    [Fact]
    public void AYearMayBeNotApplicable() => Assert.Equal(
        [FigureStatus.NotApplicable, FigureStatus.Reported],
        Assert.Single(Some.RunningText.Read($"{Item}（H28：対象外、H29：20人）").Series).Figures.Select(f => f.Status));

    [Theory]
    [InlineData("平成28年度から平成30年度まで、第3期計画により5回開催")]
    [InlineData("平成28年7月1日及び平成29年3月31日に開催")]
    [InlineData("平成28年4月に1か所、平成29年4月に2か所を開設")]
    [InlineData("平成28・29年度に3回、4か所で開催")]
    [InlineData("3年間で5回、2年目に6回開催")]
    [InlineData("H28～H29、H30～R1の計画")]
    [InlineData("H28・29に5回、受付は9:30から、講座は10:30から")]
    [InlineData("平成29年度（見込み）については20人")]
    [InlineData("平成29年度 60人")]
    [InlineData("縮尺2000:1の地図を作成し、9:30から12:30まで開催")]
    public void DatesAndFiguresOfNoTwoYearsAreNotReported(string text) => Assert.Empty(Some.RunningText.Read(text).Doubts);
}
