using KawasakiServerless.Workbooks.RunningText;

namespace KawasakiServerless.Workbooks.Tests.RunningText;

public sealed class CellLayoutTests
{
    [Theory]
    [InlineData("（仮称）計画の策定（H28：実施）", "（仮称）計画の策定", "（仮称）計画の策定||||2016 “実施”|")]
    [InlineData("冊子の配布（再掲）（部数 H28：5）", "冊子の配布（再掲）", "部数||||2016 5|")]
    [InlineData("冊子の配布（部数 H28：5）（再掲）", "冊子の配布（部数 H28：5）（再掲）", "部数||||2016 5|")]
    [InlineData("冊子（部数 H28：5 H29：6）の配布", "冊子（部数 H28：5 H29：6）の配布", "部数||||2016 5, 2017 6|")]
    [InlineData("冊子の配布（部数 H28：5）（回数 H28：6）", "冊子の配布", "部数||||2016 5|", "回数||||2016 6|")]
    [InlineData("冊子の配布［部数 H28：5］", "冊子の配布", "部数||||2016 5|")]
    [InlineData("相談件数（H28：5件、H29：6件）", "相談件数", "相談件数||件||2016 5, 2017 6|")]
    [InlineData("相談件数 H28：5件、H29：6件", "相談件数 H28：5件、H29：6件", "相談件数||件||2016 5, 2017 6|")]
    [InlineData("冊子の\n作成と配布\n（部数\nH28：5\nH29：6）", "冊子の\n作成と配布", "部数||||2016 5, 2017 6|")]
    [InlineData("冊子の配布\n部数 H28：5\n回数 H28：6", "冊子の配布", "部数||||2016 5|", "回数||||2016 6|")]
    [InlineData(
        "開催数・参加者数\n川崎病院 H28：6回 3名\n井田病院 H28：7回 4名", "開催数・参加者数", "開催数|川崎病院|回||2016 6|", "参加者数|川崎病院|名||2016 3|", "開催数|井田病院|回||2016 7|",
        "参加者数|井田病院|名||2016 4|")]
    [InlineData("第2期計画 (5か所)\r\n回数 H28：5", "第2期計画 (5か所)", "回数||||2016 5|")]
    [InlineData("冊子の配布（一部（部数 H28：5）", "冊子の配布（一部", "部数||||2016 5|")]
    [InlineData("配布 部数 H28：5\nH29：6", "配布 部数 H28：5\nH29：6", "配布 部数||||2016 5, 2017 6|")]
    [InlineData("件数 H28：5\n件数 H28：5", "件数 H28：5", "件数||||2016 5|")]
    public void TheItemAndTheFiguresOfACellAreRead(string cell, string item, params string[] series)
    {
        var reading = Some.RunningText.Read(cell);
        Assert.Equal(item, reading.Item);
        Assert.Equal(series, reading.Series.Select(PrintedSeries.Print));
        Assert.Empty(reading.Doubts);
    }

    [Theory]
    [InlineData("健康の保持のため、40歳以上の受給者への勧奨")]
    [InlineData("公園体操（35⇒37ヶ所 新規5ヶ所）")]
    [InlineData("計画期間 H30 - H33年度（H30～）")]
    [InlineData("平成30年3月に策定、2016年度に5回、H29度実施")]
    [InlineData("H30：取組状況を公表。")]
    [InlineData("H30：")]
    [InlineData("平成30年度：（仮称）考え方の策定")]
    [InlineData("時間 10:30、比率 2:1、型番 DMATH28：5")]
    [InlineData("")]
    [InlineData(" （） \n")]
    public void ATextWithoutASeriesOfFiguresIsReadAsAnItemAlone(string cell) =>
        Assert.Equal(new(cell, [], []), Some.RunningText.Read(cell));

    [Theory]
    [InlineData("区役所では、H28：5か所、H29：6か所に設置した", "H28：5か所、H29：6か所に設置した")]
    [InlineData("調査の実施 H28：実施", "H28：実施")]
    [InlineData("講座（H28：5回）の実施", "H28：5回）の実施")]
    [InlineData("H28：5回 H29：6回", "H28：5回 H29：6回")]
    [InlineData("（H28：5回）", "H28：5回）")]
    [InlineData("配布 H28：5（H29：6）", "H28：5（H29：6）")]
    public void FiguresWithinProseStayInTheItemAndAreReportedAsNotUnderstood(string cell, string doubt) =>
        Assert.Equal(new(cell, [], [new(FigureDoubtKind.NotUnderstood, doubt)]), Some.RunningText.Read(cell));

    [Fact]
    public void ALineAfterASeriesThatIsNotUnderstoodIsReported()
    {
        var reading = Some.RunningText.Read("冊子の配布\n部数 H28：5部\n※暫定値");
        Assert.Equal("冊子の配布", reading.Item);
        Assert.Equal(["部数||部||2016 5|"], reading.Series.Select(PrintedSeries.Print));
        Assert.Equal([new(FigureDoubtKind.NotUnderstood, "※暫定値")], reading.Doubts);
    }

    [Fact]
    public void ASeriesIsReadAlthoughAnotherOneIsNotUnderstood()
    {
        var reading = Some.RunningText.Read("冊子の配布（部数 H28：5部 / 回数 H28：5 H28：6）");
        Assert.Equal("冊子の配布", reading.Item);
        Assert.Equal(["部数||部||2016 5|"], reading.Series.Select(PrintedSeries.Print));
        Assert.Equal([new(FigureDoubtKind.NotUnderstood, "回数 H28：5 H28：6")], reading.Doubts);
    }

    [Fact]
    public void FiguresOfWhichNothingIsUnderstoodStayInTheItem()
    {
        var reading = Some.RunningText.Read("冊子の配布（回数 H28：5 H28：6）");
        Assert.Equal(new("冊子の配布（回数 H28：5 H28：6）", [], [new(FigureDoubtKind.NotUnderstood, "回数 H28：5 H28：6")]), reading);
    }

    [Fact]
    public void AnItemWithFiguresOfItsOwnGivesNoNameToSeparateFigures() =>
        Assert.Equal(["配布部数||||2016 5|"], Some.RunningText.Read("第2期計画 H28：3回", "配布部数 H28：5").Series.Select(PrintedSeries.Print));
}
