using FsCheck.Fluent;

namespace KawasakiServerless.Domain.Tests;

public sealed class FiscalYearTests
{
    [Theory]
    [InlineData("平成29年度", 2017)]
    [InlineData("平成29", 2017)]
    [InlineData("平成29年", 2017)]
    [InlineData("平成 29 年度", 2017)]
    [InlineData("平成二十九年度", 2017)]
    [InlineData("平成二九年度", 2017)]
    [InlineData("平成二〇年度", 2008)]
    [InlineData("平成十年", 1998)]
    [InlineData("平成十一年度", 1999)]
    [InlineData("平成二十（2008）年度", 2008)]
    [InlineData("令和三年度", 2021)]
    [InlineData("H29", 2017)]
    [InlineData("h29年度", 2017)]
    [InlineData("Ｈ２９", 2017)]
    [InlineData("㍻29年度", 2017)]
    [InlineData("　平成２９年度　", 2017)]
    [InlineData("令和元年度", 2019)]
    [InlineData("㋿元年度", 2019)]
    [InlineData("R1", 2019)]
    [InlineData("平成元年度", 1989)]
    [InlineData("昭和63年度", 1988)]
    [InlineData("2017年度", 2017)]
    [InlineData("2017", 2017)]
    [InlineData("２０１７", 2017)]
    [InlineData("平成29（2017）年度", 2017)]
    [InlineData("平成29(2017)年度", 2017)]
    [InlineData("平成31年度", 2019)]
    [InlineData("平成32", 2020)]
    [InlineData("昭和元年度", 1926)]
    [InlineData("2100", 2100)]
    public void FiscalYearsAreReadAsDepartmentsTypeThem(string text, int expected)
    {
        Assert.True(FiscalYear.TryParse(text, out var year));
        Assert.Equal(expected, year.Year);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("　")]
    [InlineData("29")]
    [InlineData("29年度")]
    [InlineData("平成0")]
    [InlineData("平成00年度")]
    [InlineData("平成〇年度")]
    [InlineData("平成二百年度")]
    [InlineData("平成二二二年度")]
    [InlineData("平成")]
    [InlineData("年度")]
    [InlineData("平成29（2018）年度")]
    [InlineData("平成29（17）年度")]
    [InlineData("平成29（2017年度")]
    [InlineData("3000")]
    [InlineData("1925")]
    [InlineData("2101")]
    [InlineData("R99")]
    [InlineData("平成999")]
    [InlineData("99999999999")]
    [InlineData("H99999999999")]
    [InlineData("大正15年度")]
    [InlineData("平成29年度末")]
    [InlineData("平成28・29年度")]
    [InlineData("来年度")]
    [InlineData("2017.5")]
    [InlineData("-2017")]
    [InlineData("٢٠١٧")]
    [InlineData("平成२९年度")]
    [InlineData("平成29（٢٠١٧）年度")]
    public void TextThatIsNoFiscalYearIsNotRead(string? text)
    {
        Assert.False(FiscalYear.TryParse(text, out var year));
        Assert.Null(year);
    }

    [Fact]
    public void ReadingAnyTextAsAFiscalYearDoesNotThrow() =>
        Anything.Text("平成令和昭和元年度HRS0123456789〇一二九十()（）").Holds(text =>
            Assert.Equal(FiscalYear.TryParse(text, out var year), year is not null));

    [Fact]
    public void EveryLabelOfAFiscalYearReadsBack() =>
        Anything.FiscalYear().Holds(year =>
        {
            foreach (var text in (string[])[year.Label, year.EraLabel, $"{year.Year}", $"{year.Year}年度", $"  {year} "])
            {
                Assert.True(FiscalYear.TryParse(text, out var again), text);
                Assert.Equal(year, again);
            }
        });

    [Theory]
    [InlineData(2017, "平成29（2017）年度", "平成29年度")]
    [InlineData(1989, "平成元（1989）年度", "平成元年度")]
    [InlineData(2018, "平成30（2018）年度", "平成30年度")]
    [InlineData(2019, "令和元（2019）年度", "令和元年度")]
    public void TheLabelsOfAFiscalYearContainEraAndYear(int year, string label, string eraLabel)
    {
        Assert.Equal(label, FiscalYear.Of(year).Label);
        Assert.Equal(eraLabel, FiscalYear.Of(year).EraLabel);
    }

    [Theory]
    [InlineData(1925)]
    [InlineData(2101)]
    public void AFiscalYearOutside1926To2100IsRefused(int year) => Assert.Throws<ArgumentOutOfRangeException>(() => FiscalYear.Of(year));

    [Fact]
    public void YearsAreOrderedAsTheyFollowOneAnother() =>
        Anything.FiscalYear().Two().Holds(pair =>
        {
            var (a, b) = pair;
            Assert.Equal(a.Year < b.Year, a < b);
            Assert.Equal(a.Year > b.Year, a > b);
            Assert.Equal(a.Year <= b.Year, a <= b);
            Assert.Equal(a.Year >= b.Year, a >= b);
            Assert.Equal(a.Year == b.Year, a == b);
        });

    [Fact]
    public void TheYearBefore2017Is2016() => Assert.Equal(FiscalYear.Of(2016), FiscalYear.Of(2017).Previous);
}
