using Azure.Data.Tables;
using KawasakiServerless.Application.Background;
using KawasakiServerless.Application.Publishing;
using KawasakiServerless.Application.Sweep;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Publications;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Testing;
using Microsoft.Extensions.Hosting;

namespace KawasakiServerless.Application.Tests.Faults;

/// <summary>Tests what the app does while storage cannot be reached.</summary>
[Collection(SharedAzurite.Name)]
public sealed class OutageTests(SharedAzurite azurite)
{
    private readonly FaultyNetwork network = new();

    [Fact]
    public async Task UnreachableTablesAndBlobsThrowTheSameTypeOfException()
    {
        await using var city = await City.OpenAsync(azurite, network: network);
        network.IsCut = _ => true;

        var ofTables = await Assert.ThrowsAsync<StorageException>(() => city.Get<CurrentStore>().FindAsync(City.Year, "zaisei", default));
        var ofBlobs = await Assert.ThrowsAsync<StorageException>(() => city.Get<LiveSite>().ListAsync(default));

        Assert.Equal((true, true), (ofTables.MayPass, ofBlobs.MayPass));
        Assert.Equal("Storage was not reached.", ofTables.Message);
    }

    [Fact]
    public async Task TheBackgroundWorkerDoesItsNextWorkAfterAnOutageOfStorage()
    {
        await using var city = await ReleasedAsync();
        var (publisher, work) = (city.Get<Publisher>(), city.Get<RequestedWork>());
        var (first, second) = (await publisher.RequestAsync(Triggers.Request, "a test", default),
            await publisher.RequestAsync(Triggers.Request, "a test", default));
        using var worker = city.Get<IHostedService>() as RequestedWorker;
        await worker!.StartAsync(default);

        network.IsCut = _ => true;
        work.Add("first", stopping => publisher.RunAsync(first, stopping));
        await UntilAsync(() => Task.FromResult(network.Refused > FaultyNetwork.MostRetries));
        network.IsCut = _ => false;
        work.Add("second", stopping => publisher.RunAsync(second, stopping));

        await UntilAsync(async () => (await city.Get<PublicationStore>().FindAsync(second.Id, default))?.State == PublicationState.Live);
        await worker.StopAsync(default);
    }

    [Fact]
    public async Task ReleasingThePublishLockThrowsNothingDuringAnOutageOfStorage()
    {
        await using var city = await City.OpenAsync(azurite, network: network);
        var held = await PublishLock.TryTakeAsync(city.Storage, TimeProvider.System, default);

        network.IsCut = _ => true;

        await held!.DisposeAsync();
    }

    [Fact]
    public async Task APublicationStoppedByAnOutageGoesLiveInTheNextSweep()
    {
        await using var city = await ReleasedAsync();
        network.IsCut = r => r.Method == HttpMethod.Put && r.RequestUri!.AbsolutePath.EndsWith("/sitemap.xml", StringComparison.Ordinal);

        var stopped = await city.Get<Publisher>().PublishAsync(Triggers.Request, "a test", default);
        network.IsCut = _ => false;
        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        Assert.Equal((PublicationState.Requested, null), (stopped.State, stopped.FinishedAt));
        Assert.Equal(PublicationState.Live, (await city.Get<PublicationStore>().FindAsync(stopped.Id, default))?.State);
    }

    [Fact]
    public async Task TheSweepWritesTheMissingAuditEntryOfAnAcceptedSubmission()
    {
        await using var city = await City.OpenAsync(azurite, network: network);
        network.IsCut = r => r.RequestUri!.AbsolutePath.Contains("/Audit(", StringComparison.Ordinal);
        Assert.NotNull(await Xunit.Record.ExceptionAsync(() => city.SubmitAsync("zaisei", Some.Workbook("zaisei", "一"))));
        network.IsCut = _ => false;

        await city.Get<Sweeper>().SweepAsync(TimeSpan.Zero, default);

        var accepted = Assert.Single(await city.Get<SubmissionStore>().HistoryAsync(City.Year, "zaisei", default));
        Assert.Equal(SubmissionState.Accepted, accepted.State);
        Assert.Equal(accepted.Id.Value, Assert.Single(await city.Storage.Audit.Client.QueryAsync<TableEntity>().ToListAsync()).RowKey);
    }

    private async Task<City> ReleasedAsync()
    {
        var city = await City.OpenAsync(azurite, network: network);
        await city.SubmitAsync("zaisei", Some.Workbook("zaisei", "一"));
        await city.ReleaseAsync();
        return city;
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await holds())
            await timer.WaitForNextTickAsync(limit.Token);
    }
}
