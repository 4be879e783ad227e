namespace KawasakiServerless.Workbooks.Tests.ReportLayout;

/// <summary>The table of a viewpoint is read also if its headers are shortened.</summary>
public sealed class ShortHeaderTests
{
    [Fact]
    public void ATableOfTheTemplateWhoseHeaderIsThatOfThisLayoutIsReadAsOneOfTheTemplate() => Assert.Equal(
        ["column-missing C1 「取組」の列がありません。この列の見出し「主な取組」のことでしょうか。"],
        Some.Read(TestBook.Of("zaisei", "視点別取組", ["視点", "施策", "主な取組", "指標名", "単位", "平成28年度", "平成29年度"],
            [1, "その他", "文", "数", "人", 5, 10]).ToBytes()).Problems.Where(p => p.Code == "column-missing")
            .Select(p => $"{p.Code} {p.Cell} {p.Message}"));

    [Theory]
    [InlineData("取組", "方向性")]
    [InlineData("取り組み内容", "今後の方向性")]
    [InlineData("これまでの取組", "課題と方向性")]
    public void ShortenedHeadersAreAccepted(string initiatives, string directions)
    {
        var book = new TestBook().Sheet("報告", ["視点3"], ["施策等", initiatives, directions], ["その他", "・甲", "・乙"]);
        var reading = Some.Read(book.ToBytes(), "kenkofukushi");

        Assert.Equal(("甲", "乙"), (Assert.Single(reading.Records.Initiatives).Text, Assert.Single(reading.Records.Directions).Text));
        Assert.Empty(reading.Problems);
    }
}
