namespace KawasakiServerless.Workbooks.Tests.Checks;

/// <summary>A cell of the template that contains several items is reported, because it is published as one.</summary>
public sealed class SeveralItemsTests
{
    [Theory]
    [InlineData("・甲\n・乙")]
    [InlineData("①甲\n②乙")]
    [InlineData("●甲\n続き\n●乙")]
    [InlineData("甲は次のとおり\n・乙\n・丙")]
    public void SeveralItemsInOneCellAreReported(string text)
    {
        Assert.Equal(["several-items C2"], Codes("課題と方向性", ["視点", "施策", "課題と今後の方向性"], [1, "その他", text]));
        Assert.Equal(["several-items C2"], Codes("視点別取組", ["視点", "施策", "取組"], [1, "その他", text]));
        Assert.Equal(["several-items B2"], Codes("区の取組", ["区", "取組"], ["川崎区", text]));
    }

    [Theory]
    [InlineData("・講座A　・講座B　・講座C")]
    [InlineData("講座A ・講座B ・講座C")]
    [InlineData("➀甲\n➁乙")]
    [InlineData("⇒甲\n⇒乙")]
    [InlineData("→甲\n→乙")]
    [InlineData("‧甲\n‧乙")]
    [InlineData("~ 甲\n~ 乙")]
    [InlineData("l 甲\nl 乙")]
    public void ItemsOnOneLineOrWithUnusualBulletsAreReported(string text) =>
        Assert.Equal(["several-items C2"], Codes("課題と方向性", ["視点", "施策", "課題と今後の方向性"], [1, "その他", text]));

    [Fact]
    public void ItemsOnOneLineInTheReportLayoutAreReported()
    {
        Assert.Equal(
            ["several-items B3"],
            Codes("視点1", ["視点1"], ["施策等", "これまでの主な取組", "課題と今後の方向性"], ["その他", "・甲を開催　・乙を開催", "・丙\n・丁"]));
        Assert.Equal(["several-items B2"], Codes("区", ["区名", "取組"], ["川崎区", "・甲を開催　・乙を開催"]));
    }

    [Theory]
    [InlineData("相談 ・ 支援 ・ 見守りを行う。")]
    [InlineData("相談・支援・見守りを行う。")]
    [InlineData("申込→審査→決定の流れを見直す。")]
    [InlineData("甲\n乙")]
    [InlineData("・甲\n-乙\n-丙")]
    [InlineData("・甲\n（乙）")]
    public void OneItemIsNotReported(string text) =>
        Assert.Empty(Codes("課題と方向性", ["視点", "施策", "課題と今後の方向性"], [1, "その他", text]));

    [Fact]
    public void ItemsInTheReportLayoutAreRecordsOfTheirOwn() =>
        Assert.Empty(Codes("視点1", ["視点1"], ["施策等", "これまでの主な取組", "課題と今後の方向性"], ["その他", "・甲\n・乙", "・丙\n・丁"]));

    private static IEnumerable<string> Codes(string sheet, params object?[][] rows) =>
        Some.Read(TestBook.Of("kawasaki", sheet, rows).ToBytes()).Problems.Where(p => p.Code != "sheet-missing")
            .Select(p => $"{p.Code} {p.Cell}");
}
