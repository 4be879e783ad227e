using FsCheck.Fluent;

namespace KawasakiServerless.Domain.Tests;

public sealed class YearMonthTests
{
    [Theory]
    [InlineData("2017-04", 2017, 4)]
    [InlineData("2017/4", 2017, 4)]
    [InlineData("2017.12", 2017, 12)]
    [InlineData("2017年4月", 2017, 4)]
    [InlineData("２０１７年４月", 2017, 4)]
    [InlineData("平成29年4月", 2017, 4)]
    [InlineData("平成 29 年 4月", 2017, 4)]
    [InlineData("㍻29年4月", 2017, 4)]
    [InlineData("平成29（2017）年4月", 2017, 4)]
    [InlineData("H29.4", 2017, 4)]
    [InlineData("Ｈ２９．４", 2017, 4)]
    [InlineData("平成31年4月", 2019, 4)]
    [InlineData("令和元年5月", 2019, 5)]
    public void MonthsAreReadAsDepartmentsTypeThem(string text, int year, int month)
    {
        Assert.True(YearMonth.TryParse(text, out var read));
        Assert.Equal(YearMonth.Of(year, month), read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2017")]
    [InlineData("4月")]
    [InlineData("29年4月")]
    [InlineData("2017-00")]
    [InlineData("2017-13")]
    [InlineData("2017-04-01")]
    [InlineData("平成0年4月")]
    [InlineData("平成29（2018）年4月")]
    [InlineData("3000-04")]
    [InlineData("99999999999-4")]
    [InlineData("2017-99999999999")]
    [InlineData("٢٠١٧-٠٤")]
    [InlineData("平成29年४月")]
    [InlineData("いつか")]
    public void TextThatIsNoMonthIsNotRead(string? text)
    {
        Assert.False(YearMonth.TryParse(text, out var month));
        Assert.Null(month);
    }

    [Fact]
    public void ReadingAnyTextAsAMonthDoesNotThrow() =>
        Anything.Text("平成令和昭和元年月HRS0123456789()-/.")
            .Holds(text => Assert.Equal(YearMonth.TryParse(text, out var month), month is not null));

    [Fact]
    public void LabelAndIsoFormReadBack() =>
        (from year in Gen.Choose(1926, 2100)
         from month in Gen.Choose(1, 12)
         select YearMonth.Of(year, month)).Holds(written =>
         {
             foreach (var text in (string[])[written.Label, written.ToString()])
             {
                 Assert.True(YearMonth.TryParse(text, out var read), text);
                 Assert.Equal(written, read);
             }
         });

    [Theory]
    [InlineData(2017, 4, "平成29（2017）年4月", "2017-04")]
    [InlineData(2019, 4, "平成31（2019）年4月", "2019-04")]
    [InlineData(2019, 5, "令和元（2019）年5月", "2019-05")]
    [InlineData(2020, 1, "令和2（2020）年1月", "2020-01")]
    public void AMonthOf2019BelongsToHeiseiUntilApril(int year, int month, string label, string iso)
    {
        Assert.Equal(label, YearMonth.Of(year, month).Label);
        Assert.Equal(iso, YearMonth.Of(year, month).ToString());
    }

    [Theory]
    [InlineData(2017, 0)]
    [InlineData(2017, 13)]
    [InlineData(1925, 4)]
    [InlineData(2101, 4)]
    public void AnInvalidMonthOrYearIsRefused(int year, int month) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => YearMonth.Of(year, month));
}
