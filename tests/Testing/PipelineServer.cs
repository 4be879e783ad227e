using System.Net;
using KawasakiServerless.Application;
using KawasakiServerless.Site;
using KawasakiServerless.Storage;
using KawasakiServerless.Web.Limits;
using KawasakiServerless.Web.Pipeline;
using KawasakiServerless.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KawasakiServerless.Testing;

/// <summary>Runs the app's use cases and HTTP pipeline on a server in this process, with App Service authentication enabled.</summary>
public sealed class PipelineServer : IAsyncDisposable
{
    /// <summary>The address of the public site, at which nothing listens.</summary>
    public static readonly Uri Site = new("https://care.example/");

    private static readonly SiteOptions Options = new(Site) { DataLicense = new(AppProcess.License) };

    private readonly WebApplication app;

    private PipelineServer(WebApplication app) => this.app = app;

    /// <summary>The address at which the server listens; available once it is started.</summary>
    public Uri Address => new(Get<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <param name="storage">The connection string of the storage account.</param>
    /// <param name="log">Receives what the app logs.</param>
    /// <param name="configure">Adds services, or replaces some.</param>
    public static PipelineServer Build(string storage, ILoggerProvider log, Action<IServiceCollection>? configure = null)
    {
        var builder = LoopbackServer.CreateBuilder();
        builder.Logging.AddProvider(log);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = WebPipeline.LargestBody;
        });
        builder.Services
            .AddApplication(StorageConnection.Open(name => name == "AzureWebJobsStorage" ? storage : null), Options)
            .AddWeb()
            .AddAppServiceSignIn(name => name == "WEBSITE_AUTH_ENABLED" ? "True" : null)
            // The tests upload and publish in a minute as often as people do in a year, so the rate limits are raised.
            .AddSingleton(RateLimits.Default with { Uploads = 100_000, Publications = 100_000 })
            .AddSingleton(new OwnOrigins([Site.GetLeftPart(UriPartial.Authority)]));
        configure?.Invoke(builder.Services);
        var built = builder.Build();
        built.UseWeb();
        built.MapWeb();
        return new(built);
    }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public Task StartAsync() => app.StartAsync();

    /// <summary>Stops the server at once, without waiting for open requests.</summary>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }
}
