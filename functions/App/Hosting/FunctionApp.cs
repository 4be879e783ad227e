using System.Globalization;
using System.Net;
using KawasakiServerless.Domain;
using KawasakiServerless.Functions.Api;
using KawasakiServerless.Functions.SignIn;
using KawasakiServerless.Storage;
using KawasakiServerless.Storage.Years;

namespace KawasakiServerless.Functions.Hosting;

/// <summary>The app as the Functions host starts it: the host owns routing and timers, App Service the sign-in, and nothing local is started.</summary>
public static class FunctionApp
{
    public const string PortSetting = "FUNCTIONS_CUSTOMHANDLER_PORT";

    // The host lets 100 MB through; what is too large is answered by us, in words.
    private const long MostBytes = 104_857_600;

    public static async Task<int> RunAsync(CancellationToken cancellation)
    {
        await using var app = Build(Environment.GetEnvironmentVariable);
        var storage = app.Services.GetRequiredService<CityStorage>();
        await storage.EnsureCreatedAsync(cancellation);
        await app.Services.GetRequiredService<YearStore>().OpenAsync(ReportingYear(Environment.GetEnvironmentVariable), Register.Of2018, cancellation);
        var background = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        await app.RunAsync(cancellation);
        // A failed background service ends the app as if it had been asked to, and the Functions host never restarts what ended with 0.
        return background.Exists(s => s.ExecuteTask is { IsFaulted: true }) ? 1 : 0;
    }

    public static WebApplication Build(Func<string, string?> setting)
    {
        var port = int.Parse(setting(PortSetting) ?? "", NumberStyles.None, CultureInfo.InvariantCulture);
        var builder = NewBuilder(IPAddress.Loopback, port);
        builder.Services.AddCity(StorageConnection.Open(setting), SiteSettings.Read(setting, address: null))
            .AddSingleton<ICallers>(new AppServiceCallers(setting))
            .AddSingleton(new OwnOrigins([$"https://{setting("WEBSITE_HOSTNAME")}"]));
        var app = builder.Build();
        UseCommon(app);
        // Ready, as the host asks it.
        app.MapGet("/", () => "KawasakiServerless").For(Access.Host);
        app.MapTimers();
        return app;
    }

    internal static WebApplicationBuilder NewBuilder(IPAddress address, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(address, port);
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBytes;
        });
        return builder;
    }

    internal static void UseCommon(WebApplication app)
    {
        app.UseResponseHeaders();
        app.UseProblemDetails();
        app.UseClientBodies();
        app.UseOwnOrigins();
        app.UseRouting();
        app.UseAccessControl();
        app.MapApi();
    }

    private static FiscalYear ReportingYear(Func<string, string?> setting)
    {
        var text = setting("REPORTING_YEAR") ?? "2018";
        return FiscalYear.TryParse(text, out var year) ? year : throw new InvalidOperationException($"REPORTING_YEAR is {text}; a year such as 2018 is meant.");
    }
}
