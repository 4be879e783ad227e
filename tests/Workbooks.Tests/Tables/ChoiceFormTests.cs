using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Tests.Tables;

/// <summary>A value of a list is recognized in the forms in which departments write it.</summary>
public sealed class ChoiceFormTests
{
    [Theory]
    [InlineData("Ⅲ")]
    [InlineData("③")]
    [InlineData("(3)")]
    [InlineData("視点三")]
    [InlineData("視点（３）")]
    [InlineData("視点Ⅲ")]
    [InlineData("3.多様な主体の活躍")]
    [InlineData("視点３：多様な主体の活躍")]
    [InlineData("視点3「多様な主体の活躍」")]
    public void AViewpointIsReadInAnyFormOfItsNumber(string typed) =>
        Assert.Equal(3, Assert.Single(Read(typed, "その他").Directions).Viewpoint);

    [Theory]
    [InlineData("3.住まいと住まい方")]
    [InlineData("33")]
    [InlineData("3、4")]
    public void AViewpointThatContradictsItselfIsNotRead(string typed) => Assert.Empty(Read(typed, "その他").Directions);

    [Theory]
    [InlineData("１ 高齢者施策")]
    [InlineData("(1)高齢者施策")]
    [InlineData("①高齢者施策")]
    [InlineData("ア　高齢者施策")]
    [InlineData("・高齢者施策")]
    public void APolicyAreaMayBeNumbered(string typed) =>
        Assert.Equal("elderly", Assert.Single(Read(1, typed).Directions).PolicyArea);

    [Theory]
    [InlineData("有")]
    [InlineData("レ")]
    [InlineData("✓")]
    [InlineData("累積")]
    public void AFigureIsMarkedAsCumulativeInManyWays(string typed) => Assert.True(Assert.Single(Some.Read(TestBook.Of("zaisei", "視点別取組",
        ["視点", "施策", "取組", "指標名", "単位", "累計", "平成28年度", "平成29年度"], [1, "その他", "文", "講座", "回", typed, 5, 6]).ToBytes())
            .Records.Indicators).IsCumulative);

    [Theory]
    [InlineData("（累計）", true)]
    [InlineData("TRUE", true)]
    [InlineData("FALSE", false)]
    [InlineData("×", false)]
    [InlineData("いいえ", false)]
    public void WhetherAFigureIsCumulativeMayBeAnswered(string typed, bool isCumulative)
    {
        var reading = Some.Read(TestBook.Of("zaisei", "視点別取組",
            ["視点", "施策", "取組", "指標名", "単位", "累計", "平成28年度", "平成29年度"], [1, "その他", "文", "講座", "回", typed, 5, 6]).ToBytes());

        Assert.Equal(isCumulative, Assert.Single(reading.Records.Indicators).IsCumulative);
        Assert.Empty(reading.Problems);
    }

    private static DepartmentRecords Read(object viewpoint, string area) => Some.Read(TestBook.Of("zaisei", "課題と方向性",
        ["視点", "施策", "課題と今後の方向性"], [viewpoint, area, "文"]).ToBytes()).Records;
}
