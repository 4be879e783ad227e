using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Application.Tests.Years;

[Collection(SharedAzurite.Name)]
public sealed class YearStoreTests(SharedAzurite azurite)
{
    [Fact]
    public async Task OpeningAYearDoesNotChangeARegisterThatIsInUse()
    {
        await using var city = await City.OpenAsync(azurite, register: Register.Of2018);
        var renamed = Register.Of2018 with { Documents = [] };

        await city.Get<YearStore>().OpenAsync(FiscalYear.Of(2019), renamed, default);

        Assert.Equal(Register.Of2018, (await city.ReportingYearAsync()).Register);
    }

    [Fact]
    public async Task SimultaneousReleasesOfAYearLeaveItReleased()
    {
        await using var city = await City.OpenAsync(azurite);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => city.ReleaseAsync()));

        Assert.True((await city.ReportingYearAsync()).IsReleased);
    }
}
