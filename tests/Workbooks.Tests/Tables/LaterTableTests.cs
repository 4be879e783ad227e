namespace KawasakiServerless.Workbooks.Tests.Tables;

/// <summary>A further table on a sheet is found also if its headers are spelled with spaces, line breaks or other widths.</summary>
public sealed class LaterTableTests
{
    [Theory]
    [InlineData("視 点", "施　策", "取\n組")]
    [InlineData("視点", "施策 ", "取 組")]
    [InlineData(" 視点", "施策", "取組")]
    public void ASecondTableWithHeadersInAnotherSpellingIsRead(string viewpoint, string area, string text)
    {
        var reading = Some.Read(TestBook.Of("zaisei", "視点別取組",
            ["視点", "施策", "取組", "指標名", "単位", "平成28年度", "平成29年度"], [1, "その他", "甲", "講座", "回", 10, 12], [],
            [text, viewpoint, area, "指標名", "単位", "平成28年度", "平成29年度"], ["乙", 1, "その他", "訪問", "件", 7, 6]).ToBytes());

        Assert.Equal(["甲", "乙"], reading.Records.Initiatives.Select(i => i.Text));
        Assert.Empty(reading.Problems);
    }
}
