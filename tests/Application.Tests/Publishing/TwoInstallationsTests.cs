using KawasakiServerless.Application.Sweep;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;

namespace KawasakiServerless.Application.Tests.Publishing;

/// <summary>
/// Two installations with different public addresses were given the same storage account by mistake. They share their submissions, they
/// publish one after the other, and the live site is always the complete site of one of them and never a mixture.
/// </summary>
[Collection(SharedAzurite.Name)]
public sealed class TwoInstallationsTests(SharedAzurite azurite)
{
    private const string First = "https://care.example/", Second = "https://test.example/";

    [Fact]
    public async Task TheLiveSiteIsCompletelyThatOfTheInstallationThatPublishedLast()
    {
        await using var first = await azurite.PublishedAsync(null, "一");
        await using var second = City.Beside(first, Second);

        Assert.Equal(PublicationState.Live, (await second.PublishAsync(Triggers.Nightly)).State);
        Assert.Equal((false, true), (await NamesAsync(first, First), await NamesAsync(first, Second)));

        Assert.Equal(PublicationState.Live, (await first.PublishAsync(Triggers.Nightly)).State);
        Assert.Equal((true, false), (await NamesAsync(first, First), await NamesAsync(first, Second)));
    }

    [Fact]
    public async Task TwoInstallationsThatPublishAtOnceTakeTurnsAndLoseNoData()
    {
        await using var first = await azurite.PublishedAsync(null, "一");
        await using var second = City.Beside(first, Second);
        await second.ReportAsync("一", "二");

        await Task.WhenAll(
            first.PublishAsync(Triggers.Request), second.PublishAsync(Triggers.Request), first.PublishAsync(Triggers.Nightly));
        await second.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        Assert.All(await first.Get<PublicationStore>().HistoryAsync(default),
            p => Assert.True(p.HasEnded() && p.State != PublicationState.Failed));
        Assert.Contains("initiatives/zaisei-0002/index.html", (await first.SiteAsync()).Keys);
        Assert.True(await NamesAsync(first, First) ^ await NamesAsync(first, Second));
    }

    // Whether the live site states this address as its own: in sitemap.xml, which contains the addresses of all pages, or in robots.txt,
    // which contains the address of sitemap.xml.
    private static async Task<bool> NamesAsync(City city, string address)
    {
        var files = await Task.WhenAll(new[] { "sitemap.xml", "robots.txt" }.Select(f => city.Get<LiveSite>().ReadAsync(f, default)));
        return files.Any(f => System.Text.Encoding.UTF8.GetString(f!.Content.Span).Contains(address, StringComparison.Ordinal));
    }
}
