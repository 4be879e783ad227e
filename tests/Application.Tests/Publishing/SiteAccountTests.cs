using Azure.Data.Tables;
using Azure.Storage.Blobs;
using KawasakiServerless.Application.Tests.Purging;
using KawasakiServerless.Domain;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Application.Tests.Publishing;

/// <summary>Tests the app with the public site in a storage account of its own, as infra/ sets it up.</summary>
[Collection(SharedAzurite.Name)]
public sealed class SiteAccountTests(SharedAzurite azurite)
{
    [Fact]
    public async Task TheSeparateAccountOfTheSiteContainsOnlyThePublicSite()
    {
        var site = azurite.NewStore();
        await using var city = await PublishedAsync(site);

        Assert.Equal(["$web"], Containers(site));
        Assert.DoesNotContain("$web", Containers(city.Connection));
        Assert.Empty(new TableServiceClient(site).Query());
        Assert.Contains("index.html", (await city.SiteAsync()).Keys);
        Assert.Equal(0, (await city.PublishAsync(Triggers.Nightly)).Written);
        await Stores.EmptyAsync(site);
    }

    /// <summary>Each case gives the initiative that was reported since the account was lost; null for none.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("移したあとの取組")]
    public async Task ARequestWritesTheWholeSiteToANewAccount(string? reported)
    {
        var site = azurite.NewStore();
        await using var city = await PublishedAsync(site);
        await foreach (var blob in city.Storage.Web.Client.GetBlobsAsync())
            await city.Storage.Web.Client.GetBlobClient(blob.Name).DeleteAsync();
        if (reported is not null)
            await city.ReportAsync(PurgedCity.Other, reported);

        Assert.Equal(PublicationState.Live, (await city.PublishAsync(Triggers.Request)).State);

        Assert.Contains("index.html", (await city.SiteAsync()).Keys);
        Assert.Equal((0, 0), await WrittenAndRemovedAsync(city));
        await Stores.EmptyAsync(site);
    }

    [Fact]
    public async Task APurgeAlsoDeletesFromTheSeparateAccountOfTheSite()
    {
        var site = azurite.NewStore();
        await using var city = await PublishedAsync(site, PurgedCity.Secret);

        Assert.Equal(PurgeState.Done, (await city.PurgeAsync("zaisei-0002")).State);

        Assert.Empty(await city.Storage.PlacesOfAsync(PurgedCity.Mark));
        await Stores.EmptyAsync(site);
    }

    private async Task<City> PublishedAsync(string site, params string[] more)
    {
        var city = await City.WithSiteAccountAsync(azurite, site);
        await city.ReportAsync([PurgedCity.Other, .. more]);
        await city.ReleaseAsync();
        Assert.Equal(PublicationState.Live, (await city.PublishAsync(Triggers.Request)).State);
        return city;
    }

    // The nightly run lists all files and repairs those that differ from the manifest.
    private static async Task<(int Written, int Removed)> WrittenAndRemovedAsync(City city)
    {
        var repair = await city.PublishAsync(Triggers.Nightly);
        return (repair.Written, repair.Removed);
    }

    private static IEnumerable<string> Containers(string connection) =>
        new BlobServiceClient(connection).GetBlobContainers().Select(c => c.Name);
}
