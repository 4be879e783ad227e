using KawasakiServerless.Application.Settings;

namespace KawasakiServerless.Application.Tests.Settings;

public class ScheduleSettingsTests
{
    [Fact]
    public void TheNightlyRunFollowsTheSetting() => Assert.Equal(
        new DateTime(2018, 9, 29, 18, 30, 0, DateTimeKind.Utc),
        ScheduleSettings.Nightly(_ => "0 30 18 * * *")!.GetNextOccurrence(new(2018, 9, 28, 18, 30, 0, DateTimeKind.Utc)));

    [Theory]
    [InlineData("02:00")]
    [InlineData("0 17 * * *")]
    [InlineData("0 0 17 * * * *")]
    [InlineData("0 0 25 * * *")]
    [InlineData("0 0 五時 * * *")]
    public void AnInvalidScheduleThrowsAnErrorWithItsNameAndValue(string value)
    {
        var error = Assert.Throws<InvalidOperationException>(() => ScheduleSettings.RequireNightly(_ => value));
        Assert.StartsWith($"NIGHTLY_SCHEDULE is {value}; it must be six fields", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void AMissingScheduleThrowsAnErrorOnlyWhereItIsRequired(string? value)
    {
        Assert.Null(ScheduleSettings.Nightly(_ => value));
        var error = Assert.Throws<InvalidOperationException>(() => ScheduleSettings.RequireNightly(_ => value));
        Assert.StartsWith("NIGHTLY_SCHEDULE is not set;", error.Message, StringComparison.Ordinal);
    }
}
