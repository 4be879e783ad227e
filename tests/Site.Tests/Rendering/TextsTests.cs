using System.Globalization;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Tests;

public class TextsTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("1832", "1,832")]
    [InlineData("45.50", "45.5")]
    [InlineData("-1234.25", "-1,234.25")]
    public void NumbersHaveCommas(string value, string expected) =>
        Assert.Equal(expected, Texts.Format(decimal.Parse(value, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("18", "18.0")]
    [InlineData("29.4", "29.4")]
    [InlineData("0.25", "0.25")]
    public void PercentagesHaveADecimal(string value, string expected) =>
        Assert.Equal(expected, Texts.Percent(decimal.Parse(value, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("2018-07-31T15:00:00Z", "平成30（2018）年8月1日")]
    [InlineData("2018-08-01T00:00:00+09:00", "平成30（2018）年8月1日")]
    [InlineData("2019-04-30T14:59:59Z", "平成31（2019）年4月30日")]
    [InlineData("2019-04-30T15:00:00Z", "令和元（2019）年5月1日")]
    [InlineData("0001-01-01T00:00:00Z", "日付の記録がない日")]
    [InlineData("9999-12-31T23:59:59Z", "日付の記録がない日")]
    public void DaysAreShownInJapaneseTimeWithTheYearsOfBothCalendars(string time, string expected) =>
        Assert.Equal(expected, Texts.Day(DateTimeOffset.Parse(time, CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("短い文", 5, "短い文")]
    [InlineData("五文字の文章", 5, "五文字の文…")]
    [InlineData("改行\r\nのある\n文", 10, "改行 のある 文")]
    [InlineData("𠮷𠮷𠮷", 2, "𠮷𠮷…")]
    public void LongTextsAreShortenedBetweenCharacters(string text, int length, string expected) =>
        Assert.Equal(expected, Texts.Shorten(text, length));
}
