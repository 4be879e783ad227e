using System.Collections.Concurrent;
using System.Diagnostics;

namespace KawasakiServerless.Testing.Host;

/// <summary>
/// The worker (the .NET process that runs the app's functions) as its own process, started as the Functions host starts it.
/// </summary>
internal sealed class WorkerProcess : IAsyncDisposable
{
    private const string Program = "KawasakiServerless.Functions.dll";

    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();

    private WorkerProcess(Process process)
    {
        this.process = process;
        Ended = EndedAsync();
        process.OutputDataReceived += (_, line) => Add(line.Data);
        process.ErrorDataReceived += (_, line) => Add(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>
    /// The folder from which the worker is started: the one that the environment variable WORKER names or, if it is not set, the folder of
    /// the build with the same configuration (Debug or Release) as the tests.
    /// </summary>
    public static string BuiltFolder { get; } = Environment.GetEnvironmentVariable("WORKER") is { Length: > 0 } folder
        ? Path.GetFullPath(folder)
        : Repository.PathTo("functions", "App", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0");

    public int Id => process.Id;

    /// <summary>Completes with the exit code when the worker has ended.</summary>
    public Task<int> Ended { get; }

    public string Output => string.Join('\n', output);

    public static WorkerProcess Start(string folder, Uri host, IReadOnlyDictionary<string, string> settings)
    {
        string[] arguments =
        [
            Path.Combine(folder, Program), "--functions-uri", host.AbsoluteUri, "--functions-worker-id", Guid.NewGuid().ToString(),
            "--functions-request-id", Guid.NewGuid().ToString(), "--functions-grpc-max-message-length", "2147483647",
        ];
        // Without FUNCTIONS_APPLICATION_DIRECTORY the worker finds none of its functions.
        var environment = new Dictionary<string, string>(settings, StringComparer.Ordinal) { ["FUNCTIONS_APPLICATION_DIRECTORY"] = folder };
        return new(AppProcess.StartBare(arguments, environment, folder));
    }

    /// <summary>Starts the worker of the build without a host, as a person might start it.</summary>
    public static Process StartAlone() =>
        AppProcess.Start([Path.Combine(BuiltFolder, Program)], new Dictionary<string, string>(StringComparer.Ordinal), BuiltFolder);

    public async Task KillAsync()
    {
        process.Kill();
        await Ended;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }

    private async Task<int> EndedAsync()
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private void Add(string? line)
    {
        if (line is not null)
            output.Enqueue(line);
    }
}
