using KawasakiServerless.Application.StartUp;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace KawasakiServerless.Application.Tests.StartUp;

/// <summary>Tests which reporting years are open after the app has started on a store.</summary>
[Collection(SharedAzurite.Name)]
public sealed class PreparationTests(SharedAzurite azurite)
{
    [Fact]
    public async Task AnEmptyStoreOpensTheConfiguredYearWithTheGivenRegister()
    {
        var connection = azurite.NewStore();
        var storage = StorageConnection.Open(name => name == "AzureWebJobsStorage" ? connection : null);

        await StartAsync(storage, 2026);

        var opened = await new YearStore(storage).NewestAsync(default);
        Assert.Equal((FiscalYear.Of(2026), Some.SmallRegister), (opened!.Year, opened.Register));
        await Stores.EmptyAsync(connection);
    }

    [Theory]
    [InlineData(2017)]
    [InlineData(2018)]
    [InlineData(2030)]
    public async Task AStoreInWhichAYearIsOpenOpensNoOther(int configured)
    {
        await using var city = await City.OpenAsync(azurite);

        await StartAsync(city.Storage, configured);

        Assert.Equal([City.Year], await city.Get<YearStore>().AllAsync(default));
    }

    private static async Task StartAsync(CityStorage storage, int year)
    {
        using var preparation = new Preparation(
            storage, new(storage), new StaticWebsite(storage), new(FiscalYear.Of(year), Some.SmallRegister), TimeProvider.System,
            NullLogger<Preparation>.Instance);
        await preparation.StartAsync(default);
        Assert.True(await preparation.IsReadyAsync(default));
        await preparation.StopAsync(default);
    }
}
