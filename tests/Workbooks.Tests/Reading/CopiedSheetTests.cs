using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.Reading;

/// <summary>
/// A sheet that is named like a copy or an earlier version of another one is read, and reported because it may be left over.
/// </summary>
public sealed class CopiedSheetTests
{
    private static readonly object?[] Headers = ["視点", "施策", "課題と今後の方向性"];

    [Theory]
    [InlineData("課題と方向性 (2)")]
    [InlineData("課題と方向性（旧）")]
    [InlineData("旧課題と方向性")]
    [InlineData("課題と方向性_前年度")]
    [InlineData("課題と方向性 のコピー")]
    [InlineData("課題と方向性OLD")]
    public void ACopyIsReadAndReported(string name)
    {
        var reading = Read(name);

        Assert.Equal(["甲", "乙"], reading.Records.Directions.Select(d => d.Text).Order(StringComparer.Ordinal).Reverse());
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(("sheet-copied", name, "「課題と方向性」の写しか前の版のようですが、このシートも、今回の報告として読み取りました。"),
            (problem.Code, problem.Sheet!, problem.Message));
    }

    [Theory]
    [InlineData("記入例")]
    [InlineData("課題と方向性（記載例）")]
    [InlineData("【見本】課題と方向性")]
    public void AnExampleIsReadAndReported(string name)
    {
        var problem = Assert.Single(Read(name).Problems);

        Assert.Equal(("sheet-copied", name, "記入例のようですが、このシートも、今回の報告として読み取りました。"), (problem.Code, problem.Sheet!, problem.Message));
    }

    [Theory]
    [InlineData("課題と方向性2")]
    [InlineData("視点2 (2)")]
    [InlineData("課題と方向性の続き")]
    public void AnotherSheetIsNotReported(string name) => Assert.Empty(Read(name).Problems);

    private static WorkbookReading Read(string name) => Some.Read(
        TestBook.Of("zaisei", "課題と方向性", Headers, [1, "その他", "甲"]).Sheet(name, Headers, [2, "その他", "乙"]).ToBytes());
}
