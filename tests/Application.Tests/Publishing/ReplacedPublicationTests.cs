using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Sweep;
using KawasakiServerless.Application.Tests.Faults;
using KawasakiServerless.Application.Years;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Application.Tests.Publishing;

/// <summary>
/// A publication whose process crashed when its site was complete, before its row was updated, does not run again after another publication
/// has replaced its site.
/// </summary>
[Collection(SharedAzurite.Name)]
public sealed class ReplacedPublicationTests(SharedAzurite azurite)
{
    private readonly FaultyNetwork network = new();

    [Fact]
    public async Task TheHistoryContainsAReplacedPublicationOnceAndLaterPublicationsSucceed()
    {
        await using var city = await azurite.PublishedAsync(network, "一");
        await city.ReportAsync("一", "二");
        var crashed = await CrashAfterCommitAsync(city);
        await city.ReportAsync("一", "二", "三");
        var later = await city.PublishAsync(Triggers.Request);
        await city.ReportAsync("一", "二", "三", "四");

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);
        var nightly = await city.PublishAsync(Triggers.Nightly);

        Assert.Equal(PublicationState.Live, nightly.State);
        Assert.Equal(["1: ", "2: Added zaisei-0002", "3: Added zaisei-0003", "4: Added zaisei-0004"], await ToldAsync(city));
        var ended = await city.StateOfAsync(crashed.Id);
        Assert.Equal((PublicationState.Live, crashed.Id), (ended.State, ended.Manifest));
        Assert.NotNull(ended.Fingerprint);
        Assert.True(ended.StartedAt < later.StartedAt);
    }

    [Fact]
    public async Task ThePublicWorkbooksOfAReplacedPublicationStayWithheld()
    {
        const string copy = "data/2018/workbooks/zaisei.xlsx";
        await using var city = await azurite.PublishedAsync(network, "一");
        var years = city.Get<YearLifecycle>();
        await years.PublishWorkbooksAsync(await city.ReportingYearAsync(), "a test", default);
        await city.ReportAsync("一", "二");
        await CrashAfterCommitAsync(city);
        Assert.Contains(copy, (await city.SiteAsync()).Keys);
        await years.WithholdWorkbooksAsync(await city.ReportingYearAsync(), "a test", default);
        Assert.Equal(PublicationState.Live, (await city.PublishAsync(Triggers.Request)).State);
        var replaced = await city.SiteAsync();

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        Assert.Equal(replaced, await city.SiteAsync());
        Assert.DoesNotContain(copy, replaced.Keys);
        Assert.Equal(PublicationState.Unchanged, (await city.PublishAsync(Triggers.Request)).State);
    }

    private async Task<Publication> CrashAfterCommitAsync(City city)
    {
        var requested = await city.Get<Publisher>().RequestAsync(Triggers.Request, "a test", default);
        var isCommitted = false;
        await city.DieAsync(network, IsUpdateAfterCommit, () => city.Get<Publisher>().RunAsync(requested, default));
        return requested;

        bool IsUpdateAfterCommit(HttpRequestMessage request)
        {
            var name = PublishedCity.Named(request);
            if (name.StartsWith("POST Publications", StringComparison.Ordinal))
                isCommitted = true;
            return isCommitted && name.StartsWith("PUT Publications", StringComparison.Ordinal);
        }
    }

    private static async Task<IEnumerable<string>> ToldAsync(City city) =>
        (await city.Get<ChangeStore>().ReadHistoryAsync()).History.Publications.Reverse()
            .Select(p => $"{p.Number}: {string.Join(", ", p.Years.SelectMany(y => y.Records).Select(r => $"{r.Change} {r.Id}"))}");
}
