using Azure.Storage.Blobs.Specialized;
using KawasakiServerless.Application;
using KawasakiServerless.Domain;
using KawasakiServerless.Site;
using KawasakiServerless.Storage;
using KawasakiServerless.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace KawasakiServerless.Fault.Tests.Cities;

/// <summary>
/// The app's use cases and stores, within the test process. They access storage directly, without the proxy that interrupts the calls of
/// the tested app.
/// </summary>
internal sealed class CityView : IAsyncDisposable
{
    public static readonly Uri Address = PipelineServer.Site;

    /// <summary><see cref="Some.SmallRegister"/>, to which all other bureaus are added. A site with this register has few pages.</summary>
    public static readonly Register Register = Some.SmallRegister with
    {
        Departments =
        [
            .. Register.Of2018.Departments.Where(d => d.Kind == DepartmentKind.Bureau || Some.SmallRegister.Departments.Contains(d)),
        ],
    };

    private readonly ServiceProvider services;

    public CityView(string connection, TimeProvider? time = null) => services = new ServiceCollection()
        .AddLogging()
        .AddApplication(StorageConnection.Open(name => name == "AzureWebJobsStorage" ? connection : null),
            new SiteOptions(Address) { DataLicense = new(AppProcess.License) })
        .AddSingleton(time ?? TimeProvider.System)
        .BuildServiceProvider();

    public CityStorage Storage => Get<CityStorage>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Ends the lease on the publish lock of a publisher that died. The lease would expire by itself after a minute.</summary>
    public async Task EndLeaseAsync()
    {
        var blob = Storage.Locks.Client.GetBlobClient("publish");
        if (await blob.ExistsAsync())
            await blob.GetBlobLeaseClient().BreakIfHeldAsync();
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}

internal static class Leases
{
    public static async Task BreakIfHeldAsync(this BlobLeaseClient lease)
    {
        try
        {
            await lease.BreakAsync(TimeSpan.Zero);
        }
        catch (Azure.RequestFailedException free) when (free.Status == 409)
        {
            // Nobody holds the lease.
        }
    }
}
