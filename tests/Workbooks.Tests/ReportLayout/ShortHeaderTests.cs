namespace KawasakiServerless.Workbooks.Tests.ReportLayout;

/// <summary>The table of a viewpoint is read also if its headers are shortened.</summary>
public sealed class ShortHeaderTests
{
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
