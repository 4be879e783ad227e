using KawasakiServerless.Application.Settings;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Application.Tests.Settings;

public sealed class YearSettingsTests
{
    [Theory]
    [InlineData(null, 2018)]
    [InlineData("", 2018)]
    [InlineData(" ", 2018)]
    [InlineData("2026", 2026)]
    public void TheReportingYearIs2018UnlessItIsSet(string? value, int year) =>
        Assert.Equal(FiscalYear.Of(year), YearSettings.ReportingYear(_ => value).Year);
}
