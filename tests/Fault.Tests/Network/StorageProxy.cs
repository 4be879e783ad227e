using System.Net;
using KawasakiServerless.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace KawasakiServerless.Fault.Tests.Network;

/// <summary>Decides what becomes of a call on its way.</summary>
internal interface INetwork
{
    Task CarryAsync(StorageCall call, Exchange exchange);
}

/// <summary>
/// Stands between the app and Azurite, on loopback. A signature covers account and path, not the host, so what passes is as it was signed.
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

    /// <summary>The same account, reached through here.</summary>
    public string ConnectionString
    {
        get
        {
            var (account, here) = (settings["AccountName"], $"{app.Urls.Single()}/{settings["AccountName"]}");
            return $"DefaultEndpointsProtocol=http;AccountName={account};AccountKey={settings["AccountKey"]};BlobEndpoint={here};TableEndpoint={here};";
        }
    }

    /// <param name="connectionString">Of the account behind it.</param>
    /// <param name="network">Asked about each call.</param>
    public static async Task<StorageProxy> StartAsync(string connectionString, INetwork network)
    {
        var proxy = new StorageProxy(connectionString, network);
        await proxy.app.StartAsync();
        return proxy;
    }

    /// <summary>
    /// Nothing passes any more, either way. It goes on to listen: its port could become another proxy's, which would carry what a dead app
    /// still sends.
    /// </summary>
    public void Cut() => isCut = true;

    /// <summary>Ends at once: what is under way is cut off.</summary>
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
            // Only the table service has this header.
            var isTable = context.Request.Headers.ContainsKey("DataServiceVersion");
            var call = isTable ? StorageCall.OfTables(context.Request, body) : StorageCall.OfBlobs(context.Request);
            await network.CarryAsync(
                call, new(context, new Uri(settings[isTable ? "TableEndpoint" : "BlobEndpoint"]), body, http, () => isCut));
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or BadHttpRequestException)
        {
            // The app hung up: most of the time it was killed.
            context.Abort();
        }
    }
}
