using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.ReportLayout;

/// <summary>Lines with a mark of a lower level belong to the item above them, and lines with a mark of headings are no items.</summary>
public sealed class NestedItemTests
{
    [Theory]
    [InlineData("・甲\n　-乙\n　-丙\n・丁", "甲 -乙 -丙|丁")]
    [InlineData("・甲\n‐乙\n・丁", "甲 ‐乙|丁")]
    [InlineData("・甲\n＊乙\n・丁", "甲 ＊乙|丁")]
    [InlineData("○甲\n・乙\n・丙\n○丁", "甲 ・乙 ・丙|丁")]
    [InlineData("●甲\n　・乙\n　　-丙\n●丁", "甲 ・乙 -丙|丁")]
    [InlineData("■甲\n・乙\n■丁", "甲 ・乙|丁")]
    [InlineData("・甲\n　ⅰ 乙\n　ⅱ 丙\n・丁", "甲 ⅰ 乙 ⅱ 丙|丁")]
    [InlineData("・甲\n　①乙\n　②丙\n・丁", "甲 ①乙 ②丙|丁")]
    [InlineData("①甲\n・乙\n・丙\n②丁", "①甲 ・乙 ・丙|②丁")]
    [InlineData("1. 甲\n・乙\n2. 丁\n・戊", "1. 甲 ・乙|2. 丁 ・戊")]
    [InlineData("・甲\n　・乙\n　・丙\n・丁", "甲 ・乙 ・丙|丁")]
    [InlineData("・甲\n　○乙\n　■丙\n・丁", "甲 ○乙 ■丙|丁")]
    public void ALineOfALowerLevelStaysWithItsItem(string cell, string items)
    {
        var reading = Read(cell);

        Assert.Equal(items.Split('|'), reading.Records.Initiatives.Select(i => i.Text));
        Assert.Equal(items.Split('|'), reading.Records.Directions.Select(d => d.Text));
        Assert.Equal(items.Split('|'), ReadWard(cell).Records.WardActivities.Select(a => a.Text));
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData("・甲\n○乙\n・丙")]
    [InlineData("・甲\n･乙\n•丙")]
    [InlineData("○甲\n●乙\n◎丙")]
    [InlineData("-甲\n・乙\n-丙")]
    [InlineData("・甲\n　・乙\n　・丙")]
    public void MarksWithoutClearLevelsAreItems(string cell) =>
        Assert.Equal(["甲", "乙", "丙"], Read(cell).Records.Initiatives.Select(i => i.Text));

    [Theory]
    [InlineData("■普及啓発\n・甲\n・乙\n■連携\n・丙", "■")]
    [InlineData("◆普及啓発\n・甲\n・乙\n◆連携\n・丙", "◆")]
    [InlineData("□普及啓発\n○甲\n○乙\n□連携\n○丙", "□")]
    public void ALineWithAMarkOfHeadingsIsAHeadingOfTheItemsBelow(string cell, string mark)
    {
        var reading = Read(cell);

        Assert.Equal(["甲", "乙", "丙"], reading.Records.Initiatives.Select(i => i.Text));
        Assert.Equal(
            [$"B3 {mark}普及啓発", $"C3 {mark}普及啓発", $"B3 {mark}連携", $"C3 {mark}連携"],
            reading.Problems.Where(p => p.Code == "cell-not-read").OrderBy(p => p.Found!.Length == 3).Select(p => $"{p.Cell} {p.Found}"));
        Assert.Equal(
            [$"{mark}普及啓発 甲", $"{mark}普及啓発 乙", $"{mark}連携 丙"],
            ReadWard(cell).Records.WardActivities.Select(a => $"{a.Heading} {a.Text}"));
    }

    [Theory]
    [InlineData("■甲を開催した。\n・乙\n■丙を開催した。\n・丁")]
    [InlineData("■甲を3回開催\n・乙\n■丙を2回開催\n・丁")]
    public void ASentenceOrAFigureWithAMarkOfHeadingsIsAnItem(string cell) => Assert.Equal(2, Read(cell).Records.Initiatives.Count);

    [Fact]
    public void FiguresOfLinesOfALowerLevelAreRead()
    {
        var indicator = Assert.Single(Read("・講座を開催\n　-受講者数 H28：10人 H29：12人\n・乙").Records.Indicators);

        Assert.Equal(("受講者数", "人"), (indicator.Name, indicator.Unit));
    }

    private static WorkbookReading Read(string cell) => Some.Read(new TestBook().Sheet("視点3", ["視点3"],
        ["施策等", "これまでの主な取組", "課題と今後の方向性"], ["その他", cell, cell]).ToBytes(), "kenkofukushi");

    private static WorkbookReading ReadWard(string cell) =>
        Some.Read(new TestBook().Sheet("区", ["区名", "取組"], ["川崎区", cell]).ToBytes(), "kawasaki");
}
