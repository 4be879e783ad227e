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

    private static IEnumerable<string> Containers(string connection) =>
        new BlobServiceClient(connection).GetBlobContainers().Select(c => c.Name);
}
