using System.Net;
using KawasakiServerless.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace KawasakiServerless.Fault.Tests.Network;

/// <summary>Decides what happens to each call between the app and storage.</summary>
internal interface INetwork
{
    Task CarryAsync(StorageCall call, Exchange exchange);
}

/// <summary>
/// A proxy between the app and Azurite (the storage emulator) on the loopback address. The signature of a call covers the account and the
/// path, but not the host, so it remains valid when the call is forwarded.
/// </summary>
internal sealed class StorageProxy : IAsyncDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private readonly WebApplication app;
    private readonly Dictionary<string, string> settings;
    private readonly INetwork network;
    private volatile bool isCut;

    private StorageProxy(string connectionString, INetwork network)
    {
        this.network = network;
        settings = connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split('=', 2))
            .ToDictionary(s => s[0], s => s[1], StringComparer.Ordinal);
        var builder = LoopbackServer.CreateBuilder();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        app = builder.Build();
        app.Run(ServeAsync);
    }

    /// <summary>The connection string for the same account through this proxy.</summary>
    public string ConnectionString
    {
        get
        {
            var (account, here) = (settings["AccountName"], $"{app.Urls.Single()}/{settings["AccountName"]}");
            return $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={settings["AccountKey"]};BlobEndpoint={here};TableEndpoint={here};";
        }
    }

    /// <param name="connectionString">The connection string of the account to which calls are forwarded.</param>
    /// <param name="network">Decides what happens to each call.</param>
    public static async Task<StorageProxy> StartAsync(string connectionString, INetwork network)
    {
        var proxy = new StorageProxy(connectionString, network);
        await proxy.app.StartAsync();
        return proxy;
    }

    /// <summary>
    /// From now on nothing passes in either direction. The proxy keeps its port open, because otherwise another proxy could get the port
    /// and forward what a dead app still sends.
    /// </summary>
    public void Cut() => isCut = true;

    /// <summary>Ends the proxy at once, and aborts the calls in progress.</summary>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
        http.Dispose();
    }

    private async Task ServeAsync(HttpContext context)
    {
        try
        {
            using var sent = new MemoryStream();
            await context.Request.Body.CopyToAsync(sent, context.RequestAborted);
            var body = sent.ToArray();
            // Only requests to the table service have this header.
            var isTable = context.Request.Headers.ContainsKey("DataServiceVersion");
            var call = isTable ? StorageCall.OfTables(context.Request, body) : StorageCall.OfBlobs(context.Request);
            await network.CarryAsync(
                call, new(context, new Uri(settings[isTable ? "TableEndpoint" : "BlobEndpoint"]), body, http, () => isCut));
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or BadHttpRequestException)
        {
            // The app closed the connection, in most cases because it was killed.
            context.Abort();
        }
    }
}
