using KawasakiServerless.Application;
using KawasakiServerless.Application.Settings;
using KawasakiServerless.Application.StartUp;
using KawasakiServerless.Functions.Triggers;
using KawasakiServerless.Storage;
using KawasakiServerless.Web.Pipeline;
using KawasakiServerless.Web.SignIn;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker.Builder;

namespace KawasakiServerless.Functions;

/// <summary>
/// The isolated worker process. The Functions host starts it, forwards HTTP requests to it and invokes its timer functions.
/// </summary>
internal static class Worker
{
    /// <param name="args">The command line arguments from the Functions host, such as the address of the host.</param>
    /// <param name="setting">Returns the value of an app setting by its name.</param>
    /// <exception cref="InvalidOperationException">A setting is missing or invalid, or the program was started directly and not by the
    /// Functions host.</exception>
    public static IHost Build(string[] args, Func<string, string?> setting)
    {
        RequireHost(args, setting);
        ScheduleSettings.RequireNightly(setting);
        var builder = FunctionsApplication.CreateBuilder(args);
        builder.ConfigureFunctionsWebApplication();
        // Suppresses the request logs of ASP.NET Core: it logs each request several times, and the host logs it as well.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services
            .AddApplication(StorageConnection.Open(setting), SiteSettings.ReadPublished(setting, address: null))
            .AddWeb()
            .AddAppServiceSignIn(setting)
            .AddSingleton(new OwnOrigins([$"https://{setting("WEBSITE_HOSTNAME")}"]))
            .AddStartUp(YearSettings.ReportingYear(setting))
            .AddSingleton<WorkerPipeline>()
            .AddSingleton<TimerWork>()
            .Configure<KestrelServerOptions>(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = WebPipeline.LargestBody;
            })
            .AddExport(setting);
        return builder.Build();
    }

    /// <returns>1 when a background service failed, because the Functions host never restarts a worker that exits with 0; otherwise
    /// 0.</returns>
    public static async Task<int> RunAsync(IHost worker)
    {
        var background = worker.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToList();
        await worker.RunAsync();
        return background.Exists(s => s.ExecuteTask is { IsFaulted: true }) ? 1 : 0;
    }

    private static void RequireHost(string[] args, Func<string, string?> setting)
    {
        if (args.Contains("--functions-uri") || !string.IsNullOrEmpty(setting("Functions__Worker__HostEndpoint")))
            return;
        throw new InvalidOperationException(
            "This is an Azure Functions worker, which the Functions host starts (--functions-uri is missing). "
            + "To run everything on this machine: dotnet run --project functions/Local");
    }
}
