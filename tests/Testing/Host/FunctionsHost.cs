using System.Net;
using System.Net.Sockets;
using KawasakiServerless.Testing.Host.Messages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Yarp.ReverseProxy.Forwarder;

namespace KawasakiServerless.Testing.Host;

/// <summary>
/// Stands in for the Azure Functions host: starts the real worker (the .NET process that runs the app's functions), loads its functions,
/// routes HTTP to it as the host does and fires its timers. Facts about the host are in docs/decisions/0019.
/// </summary>
public sealed class FunctionsHost : IAsyncDisposable
{
    private const long MostBytes = 104_857_600;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly WorkerChannel channel = new();
    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler
    {
        UseProxy = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false
    });
    private readonly WebApplication server;
    private WorkerProcess? worker;

    private FunctionsHost() => server = Build();

    /// <summary>The address at which clients reach the functions.</summary>
    public Uri Address { get; private set; } = new("http://localhost/");

    /// <summary>
    /// The address at which the .NET worker process itself accepts HTTP requests. In Azure only the Functions host reaches it.
    /// </summary>
    public Uri? WorkerAddress { get; private set; }

    public IReadOnlyList<WorkerFunction> Functions => channel.Functions;

    /// <summary>What the .NET worker process printed and logged.</summary>
    public string Output => string.Join('\n', [worker?.Output ?? "", .. channel.Logs]);

    public IReadOnlyCollection<string> Logs => channel.Logs;

    /// <summary>
    /// What the .NET worker process wrote to standard output and error. In Azure, the log stream of the function app shows only this if the
    /// worker sends no logs to the host.
    /// </summary>
    public string Printed => worker?.Output ?? "";

    public int WorkerId => worker!.Id;

    /// <summary>Starts a worker (the .NET process that runs the app's functions) and waits until its functions are loaded.</summary>
    /// <param name="settings">App settings, as environment variables.</param>
    /// <param name="folder">The folder of the published app; null for the folder of the build.</param>
    public static async Task<FunctionsHost> StartAsync(IReadOnlyDictionary<string, string> settings, string? folder = null)
    {
        var host = new FunctionsHost();
        try
        {
            await host.server.StartAsync();
            var addresses = host.server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.ToList();
            host.Address = new(addresses[1]);
            host.worker = WorkerProcess.Start(folder ?? WorkerProcess.BuiltFolder, new(addresses[0]), settings);
            var first = await Task.WhenAny(host.channel.Ready, host.worker.Ended).WaitAsync(Patience);
            if (first == host.worker.Ended)
                throw new InvalidOperationException($"The worker ended with {await host.worker.Ended}:\n{host.Output}");
            host.WorkerAddress = await host.channel.Ready;
            await host.ListeningAsync();
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs the .NET worker process without a Functions host, as a person might start it, until it ends.</summary>
    public static Task<AppResult> RunWithoutHostAsync() => AppProcess.ToEndAsync(WorkerProcess.StartAlone());

    /// <summary>Runs the function with this name as if its timer had fired.</summary>
    /// <exception cref="InvalidOperationException">The function failed; the message contains that of the function's exception.</exception>
    public async Task RunTimerAsync(string name, bool isPastDue = false)
    {
        var function = Functions.Single(f => f.Name == name && !f.IsHttp);
        var timer = $$"""{"Schedule":{"AdjustForDST":true},"ScheduleStatus":null,"IsPastDue":{{(isPastDue ? "true" : "false")}}}""";
        var result = await channel.InvokeAsync(
            function, Guid.NewGuid().ToString(), new() { Name = function.Parameter, Data = new() { Json = timer } });
        if (result.Status != StatusResult.Types.Status.Success)
            throw new InvalidOperationException($"{name} failed: {result.Exception?.Message}");
    }

    /// <summary>Kills the .NET worker process with SIGKILL.</summary>
    public Task KillAsync() => worker!.KillAsync();

    /// <summary>
    /// Tells the .NET worker process to end, as the Functions host does when it stops, and waits at most for the given time.
    /// </summary>
    /// <returns>The exit code of the worker process.</returns>
    public async Task<int> TerminateAsync(TimeSpan grace)
    {
        channel.Terminate(grace);
        return await worker!.Ended.WaitAsync(grace);
    }

    public async ValueTask DisposeAsync()
    {
        if (worker is not null)
            await worker.DisposeAsync();
        await server.DisposeAsync();
        http.Dispose();
    }

    // Waits until the HTTP server of the .NET worker process accepts connections, which may be later than the loading of its functions. The
    // real Functions host does not wait, but repeats a request until it arrives.
    private async Task ListeningAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!await AcceptsAsync(WorkerAddress!, limit.Token))
            await timer.WaitForNextTickAsync(limit.Token);
    }

    private static async Task<bool> AcceptsAsync(Uri address, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(address.Host, address.Port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private WebApplication Build()
    {
        var builder = LoopbackServer.CreateBuilder();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MinRequestBodyDataRate = null;
        });
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = grpc.MaxSendMessageSize = int.MaxValue);
        builder.Services.AddSingleton(channel).AddHttpForwarder();
        var app = builder.Build();
        app.MapGrpcService<WorkerChannel>();
        app.MapFallback(HandleAsync);
        return app;
    }

    private async Task HandleAsync(HttpContext context)
    {
        if (context.Request.Path == "/")
        {
            await context.Response.WriteAsync("The page of the Functions host.");
            return;
        }

        // Like the real Functions host, this responds in two cases without sending the request to the worker process: if the body is too
        // large, and if no function takes the path and method.
        context.Response.StatusCode = context.Request.ContentLength > MostBytes ? 500 : 404;
        if (context.Response.StatusCode == 404
            && Functions.FirstOrDefault(f => f.Takes(context.Request.Method, context.Request.Path)) is { } function)
            await ForwardAsync(context, function);
    }

    private async Task ForwardAsync(HttpContext context, WorkerFunction function)
    {
        context.Response.StatusCode = 200;
        var invocation = Guid.NewGuid().ToString();
        context.Request.Headers["x-ms-invocation-id"] = invocation;
        var ended = channel.InvokeAsync(function, invocation);
        await using var hungUp = context.RequestAborted.Register(() => channel.Cancel(invocation));
        var forwarder = context.RequestServices.GetRequiredService<IHttpForwarder>();
        var error = await forwarder.SendAsync(
            context, WorkerAddress!.AbsoluteUri, http, new ForwarderRequestConfig { ActivityTimeout = Patience });
        if (error == ForwarderError.None && (await ended.WaitAsync(Patience)).Status == StatusResult.Types.Status.Failure
            && !context.Response.HasStarted)
            context.Response.StatusCode = 500;
    }
}
