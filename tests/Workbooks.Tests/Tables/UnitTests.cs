using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Tests.Tables;

/// <summary>The column 単位 contains a unit; what else is written there is removed or reported.</summary>
public sealed class UnitTests
{
    [Theory]
    [InlineData("（人）", "人")]
    [InlineData("[人]", "人")]
    [InlineData("単位：人", "人")]
    [InlineData("（単位：人）", "人")]
    [InlineData("単位:(人)", "人")]
    [InlineData("人※", "人")]
    [InlineData("人※1", "人")]
    [InlineData("人(注)", "人")]
    [InlineData("人（注１）", "人")]
    [InlineData("（％）", "％")]
    public void WhatIsWrittenAroundAUnitIsRemovedAndReported(string typed, string unit)
    {
        var (indicator, problems) = Read(typed);

        Assert.Equal(unit, indicator.Unit);
        Assert.Equal(
            [("unit-unclear E2", $"「単位」の「{typed}」は、「{unit}」として読み取りました。")], problems.Select(p => ($"{p.Code} {p.Cell}", p.Message)));
    }

    [Theory]
    [InlineData("5人")]
    [InlineData("100")]
    [InlineData("平成29年度")]
    [InlineData("2017年度")]
    [InlineData("対象外")]
    [InlineData("→")]
    public void ATextThatIsNoUnitIsReported(string typed)
    {
        var (indicator, problems) = Read(typed);

        Assert.Equal(typed, indicator.Unit);
        Assert.Equal(["unit-unclear E2"], problems.Select(p => $"{p.Code} {p.Cell}"));
    }

    [Theory]
    [InlineData("人（延べ）")]
    [InlineData("人/10万人")]
    [InlineData("m2")]
    [InlineData("%")]
    [InlineData("‰")]
    [InlineData("℃")]
    [InlineData("千円")]
    public void AUnitIsReadAsItIs(string unit)
    {
        var (indicator, problems) = Read(unit);

        Assert.Equal(unit, indicator.Unit);
        Assert.Empty(problems);
    }

    [Fact]
    public void APercentageInBracketsIsChecked() =>
        Assert.Equal(["percent-over G2", "unit-unclear E2"], Read("（％）", 101).Problems.Select(p => $"{p.Code} {p.Cell}").Order());

    private static (Indicator Indicator, IEnumerable<Problem> Problems) Read(string unit, int figure = 12)
    {
        var reading = Some.Read(TestBook.Of("zaisei", "視点別取組", ["視点", "施策", "取組", "指標名", "単位", "平成28年度", "平成29年度"],
            [1, "その他", "文", "男", unit, figure > 100 ? 90 : 10, figure]).ToBytes());
        return (Assert.Single(reading.Records.Indicators), reading.Problems);
    }
}
