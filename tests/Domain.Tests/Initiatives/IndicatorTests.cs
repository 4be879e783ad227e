namespace KawasakiServerless.Domain.Tests;

public sealed class IndicatorTests
{
    private static readonly FiscalYear Year = FiscalYear.Of(2017);

    [Fact]
    public void ZeroNotReportedNotApplicableAndWordsAreDifferentFigures() =>
        Assert.Distinct([Figure.Reported(Year, 0), Figure.NotReported(Year), Figure.NotApplicable(Year), Figure.InWords(Year, "")]);

    [Fact]
    public void OnlyAReportedFigureHasAValueAndOnlyWordsHaveText()
    {
        Assert.Equal((0m, null), (Figure.Reported(Year, 0).Value, Figure.Reported(Year, 0).Text));
        Assert.Equal((null, "実施"), (Figure.InWords(Year, "実施").Value, Figure.InWords(Year, "実施").Text));
        Assert.Equal((null, null), (Figure.NotReported(Year).Value, Figure.NotApplicable(Year).Text));
    }

    [Fact]
    public void TheFullNameOfAnIndicatorBeginsWithItsGroup()
    {
        Assert.Equal("川崎病院 開催数", Some.Indicator().FullName);
        Assert.Equal("開催数", (Some.Indicator() with { Group = null }).FullName);
    }

    [Fact]
    public void AReportingYearAsksForTheTwoYearsThatHaveEndedAndTheRunningOne()
    {
        Assert.Equal([2016, 2017], ExpectedYears.Due(Some.Year).Select(y => y.Year));
        Assert.Equal([2016, 2017, 2018], ExpectedYears.Columns(Some.Year).Select(y => y.Year));
    }
}
