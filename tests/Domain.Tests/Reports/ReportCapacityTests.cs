namespace KawasakiServerless.Domain.Tests;

public sealed class ReportCapacityTests
{
    [Theory]
    [InlineData(0, 0, ReportLimits.Records, true)]
    [InlineData(0, 0, ReportLimits.Records + 1, false)]
    [InlineData(ReportLimits.Records - 1, 0, 1, true)]
    [InlineData(ReportLimits.Records - 1, 0, 2, false)]
    [InlineData(ReportLimits.Records - 1, 1, 2, false)]
    // The report is already too large, so a submission fits only if it does not make the report larger.
    [InlineData(ReportLimits.Records, 5, 5, true)]
    [InlineData(ReportLimits.Records, 5, 4, true)]
    [InlineData(ReportLimits.Records, 5, 6, false)]
    [InlineData(ReportLimits.Records, 0, 0, true)]
    public void ASubmissionFitsIfTheReportStaysWithinItsLimitOrDoesNotGrow(int others, int before, int records, bool fits) =>
        Assert.Equal(fits, new ReportCapacity(others, before).Fits(records));
}
