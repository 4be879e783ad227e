using KawasakiServerless.Domain;
using KawasakiServerless.Workbooks.Reading;

namespace KawasakiServerless.Workbooks.Tests.ReportLayout;

/// <summary>Headings between a ward's activities are recognized in every form in which departments write them.</summary>
public sealed class WardHeadingTests
{
    public static TheoryData<string> YearForms =>
    [
        "【{0}】", "（{0}）", "＜{0}＞", "〈{0}〉", "《{0}》", "≪{0}≫", "■{0}", "○{0}", "◆{0}", "◇{0}", "［{0}］", "「{0}」", "〔{0}〕", "＝{0}＝", "{0}の取組",
        "★{0}", "▼{0}", "■{0}の主な取組", "【{0}の実績】", "【{0}】の取組", "　{0}", "（{0}の取組）",
    ];

    [Theory]
    [MemberData(nameof(YearForms))]
    public void AYearOnALineOfItsOwnAppliesToTheActivitiesBelow(string form) => Assert.All(["・", ""], bullet =>
    {
        var (first, second) = (string.Format(null, form, "平成28年度"), string.Format(null, form, "H29"));
        var reading = Read($"{first}\n{bullet}甲\n{bullet}乙\n{second}\n{bullet}丙");

        Assert.Equal(["2016   甲", "2016   乙", "2017   丙"], Printed(reading));
        Assert.DoesNotContain(reading.Problems, p => p.Severity > Severity.Info);
    });

    [Theory]
    [InlineData("【{0}】")]
    [InlineData("＜{0}＞")]
    [InlineData("（{0}）")]
    [InlineData("○{0}")]
    [InlineData("■ {0}")]
    public void ACategoryOnALineOfItsOwnAppliesToTheActivitiesBelow(string form)
    {
        var (first, second) = (string.Format(null, form, "意識づくり"), string.Format(null, form, "地域づくり"));
        var reading = Read($"{first}\n「知る」\n・甲\n・乙\n{second}\n・丙");

        Assert.Equal([" 意識づくり 「知る」 甲", " 意識づくり 「知る」 乙", " 地域づくり  丙"], Printed(reading));
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData("・甲\n＜連携＞\n・乙", "   甲", "  ＜連携＞ 乙")]
    [InlineData("・甲\n〔連携〕\n・乙", "   甲", "  〔連携〕 乙")]
    [InlineData("・甲\n★連携\n・乙", "   甲", "  ★連携 乙")]
    [InlineData("（連携）\n・甲\n（啓発）\n・乙", "  （連携） 甲", "  （啓発） 乙")]
    [InlineData("・甲\n（町内会と共催）\n・乙", "   甲 （町内会と共催）", "   乙")]
    [InlineData("・甲\n〔2か所〕\n・乙", "   甲 〔2か所〕", "   乙")]
    [InlineData("【平成28年度】\n・甲\n【平成28・29年度】\n・乙", "2016   甲", "  【平成28・29年度】 乙")]
    public void ALineInBracketsIsAHeadingUnlessItIsARemark(string cell, params string[] expected) =>
        Assert.Equal(expected, Printed(Read(cell)));

    [Fact]
    public void AYearOfAnEndedEraWithinACellIsReported() =>
        Assert.Equal(("era-ended", "【平成32年度】"), Read("【平成32年度】\n・甲").Problems.Select(p => (p.Code, p.Found!)).Single());

    [Theory]
    [InlineData("平成28年度\n・甲\n29年度\n・乙")]
    [InlineData("【平成28年度】\n・甲\n【29年度】\n・乙")]
    [InlineData("平成28年度：\n・甲\n（29年度）\n・乙")]
    [InlineData("(1)平成28年度\n・甲\n(2)平成29年度\n・乙")]
    [InlineData("１．平成28年度の取組\n・甲\n２．29年度の取組\n・乙")]
    [InlineData("①平成28年度\n甲\n②平成29年度\n乙")]
    [InlineData("平成28年度\n甲\n29年度\n乙")]
    public void AYearMayBeNumberedOrHaveTheEraOfTheYearAbove(string cell)
    {
        var reading = Read(cell);

        Assert.Equal(["2016   甲", "2017   乙"], Printed(reading));
        Assert.Empty(reading.Problems);
    }

    [Fact]
    public void TheYearAfterTheLastOfAnEraIsOfTheNextEra() =>
        Assert.Equal(["2018   甲", "2020   乙"], Printed(Read("平成30年度\n・甲\n2年度\n・乙")));

    [Theory]
    [InlineData("29年度", "29年度", "29")]
    [InlineData("【29年度】", "【29年度】", "29")]
    [InlineData("（28年度）", "（28年度）", "28")]
    [InlineData("28年度：", "28年度：", "28")]
    [InlineData("【平成28～29年度】", "【平成28～29年度】", "29")]
    [InlineData("平成28年度～29年度", "平成28年度～29年度", "29")]
    [InlineData("【平成30年度（予定）】", "【平成30年度（予定）】", "29")]
    [InlineData("平成28年度から", "平成28年度から", "29")]
    public void AHeadingThatNamesNoSingleYearIsReported(string line, string heading, string year)
    {
        var reading = Read($"{line}\n・甲");

        Assert.Equal([$"  {heading} 甲"], Printed(reading));
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(("not-a-year", "B2", heading), (problem.Code, problem.Cell!, problem.Found!));
        Assert.EndsWith($"例：【平成{year}年度】", problem.Remedy, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("・甲\n（平成28～29年度）\n・乙", "   甲 （平成28～29年度）", "   乙")]
    [InlineData("・平成28年度に甲\n・29年度に乙", "   平成28年度に甲", "   29年度に乙")]
    [InlineData("①甲\n②乙", "   ①甲", "   ②乙")]
    public void AYearWithinATextIsNoHeading(string cell, params string[] expected) => Assert.Equal(expected, Printed(Read(cell)));

    [Theory]
    [InlineData("（平成28年度）")]
    [InlineData("◆平成28年度の取組")]
    public void AYearInARowOfItsOwnAppliesToTheRowsBelow(string heading) =>
        Assert.Equal(["2016   甲"], Printed(Read("区", [[heading], ["川崎区", "・甲"]])));

    [Theory]
    [InlineData("平成28年度の取組")]
    [InlineData("Ｈ２８　取組")]
    [InlineData("平成28年度\nの主な取組")]
    public void AYearInTheHeaderAppliesToTheColumnBelow(string header) => Assert.Equal(
        ["2016   甲", "2017   乙"], Printed(Read("区", [["区名", header], ["川崎区", "・甲\n【平成29年度】\n・乙"]])));

    [Fact]
    public void AYearInAHeaderDoesNotApplyToTheNextTable() => Assert.Equal(
        ["2016   甲", "   乙"], Printed(Read("区", [["区名", "平成28年度の取組"], ["川崎区", "・甲"], [], ["区名", "取組"], ["川崎区", "・乙"]])));

    [Fact]
    public void ATitleOfAnotherTableEndsTheYearAbove() => Assert.Equal(
        ["2016   甲", "   乙"],
        Printed(Read("区", [["【平成28年度】"], ["区名", "取組"], ["川崎区", "・甲"], [], ["毎年続けている取組"], ["区名", "取組"], ["幸区", "・乙"]])));

    [Theory]
    [InlineData("■幸区")]
    [InlineData("※幸区は年度末に実施")]
    public void AWardOrANoteAboveATableDoesNotEndTheYear(string title) => Assert.Equal(
        ["2016   甲", "2016   乙"],
        Printed(Read("区", [["【平成28年度】"], ["区名", "取組"], ["川崎区", "・甲"], [], [title], ["区名", "取組"], ["幸区", "・乙"]])));

    private static IEnumerable<string> Printed(WorkbookReading reading) =>
        reading.Records.WardActivities.Select(a => $"{a.Year?.Year} {a.Category} {a.Heading} {a.Text}");

    private static WorkbookReading Read(string cell) => Read("区", [["川崎区", cell]]);

    private static WorkbookReading Read(string sheet, object?[][] rows) =>
        Some.Read(new TestBook().Sheet(sheet, [["区名", "取組"], .. rows]).ToBytes(), "kawasaki");
}
