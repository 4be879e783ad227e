using System.Diagnostics;

namespace KawasakiServerless.Testing;

/// <summary>The result of a finished run of the program.</summary>
public sealed record AppResult(int ExitCode, string Output, string Error);

/// <summary>
/// The local program (functions/Local: the local run and the command line) as its own process, as a person at a terminal starts it.
/// </summary>
public sealed class AppProcess : IAsyncDisposable
{
    private static readonly string AppFile = Path.Combine(AppContext.BaseDirectory, "KawasakiServerless.Local.dll");
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>A licence for the open data, because nothing is published without one.</summary>
    public const string License = "https://creativecommons.org/licenses/by/4.0/";

    private static readonly Dictionary<string, string> Licensed = new(StringComparer.Ordinal) { ["DATA_LICENSE"] = License };

    private readonly Process process;
    private readonly List<string> output = [];
    private readonly TaskCompletionSource<Uri> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AppProcess(Process process) => this.process = process;

    public Uri Address { get; private set; } = new("http://localhost/");

    public int Id => process.Id;

    public string Output
    {
        get
        {
            lock (output)
                return string.Join('\n', output);
        }
    }

    /// <summary>Runs a command to its end, with a licence for the data and no other setting.</summary>
    public static Task<AppResult> RunAsync(params string[] arguments) => RunAsync(Licensed, arguments);

    /// <summary>Runs a command to its end, with the given settings as environment variables.</summary>
    public static Task<AppResult> RunAsync(IReadOnlyDictionary<string, string> settings, params string[] arguments) =>
        ToEndAsync(Start([AppFile, .. arguments], settings, AppContext.BaseDirectory));

    internal static async Task<AppResult> ToEndAsync(Process started)
    {
        using var run = started;
        using var limit = new CancellationTokenSource(Patience);
        var printed = run.StandardOutput.ReadToEndAsync(limit.Token);
        var error = run.StandardError.ReadToEndAsync(limit.Token);
        await run.WaitForExitAsync(limit.Token);
        return new(run.ExitCode, await printed, await error);
    }

    /// <summary>Runs a command as the README says, with `dotnet run`, in the folder of the repository.</summary>
    public static async Task<AppResult> DotnetRunAsync(params string[] arguments)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        string[] run = ["run", "--no-build", "--configuration", configuration, "--project", "functions/Local", "--", .. arguments];
        return await ToEndAsync(Start(run, Licensed, Repository.Root));
    }

    /// <summary>
    /// Starts the local run on a free port and waits until it prints a line with the announced text; by default, this line contains the
    /// address of the site.
    /// </summary>
    public static async Task<AppProcess> LocalAsync(DirectoryInfo data, string announced = "Public site")
    {
        var app = new AppProcess(Start([AppFile, "--port", "0", "--data", data.FullName], new Dictionary<string,
            string>(StringComparer.Ordinal), AppContext.BaseDirectory));
        return await app.ReadyAsync(announced);
    }

    /// <summary>
    /// Starts the local run on a free port with the given settings, and with the workbooks in the given folder instead of the sample
    /// report. Waits until it prints the address of the site.
    /// </summary>
    public static async Task<AppProcess> LocalAsync(DirectoryInfo data, DirectoryInfo samples, IReadOnlyDictionary<string, string> settings)
    {
        string[] arguments = [AppFile, "--port", "0", "--data", data.FullName, "--samples", samples.FullName];
        return await new AppProcess(Start(arguments, settings, AppContext.BaseDirectory)).ReadyAsync("Public site");
    }

    /// <summary>
    /// Starts the preview of the site that is built from the files of a folder, on a free port, and waits until it prints its address.
    /// </summary>
    public static async Task<AppProcess> PreviewAsync(DirectoryInfo from) =>
        await new AppProcess(Start([AppFile, "preview", "--from", from.FullName, "--port", "0"], new Dictionary<string,
            string>(StringComparer.Ordinal), AppContext.BaseDirectory))
            .ReadyAsync("Preview: ");

    /// <summary>Kills the process at once, as a crash would end it.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Sends the signal that Ctrl-C sends (SIGINT) and waits until the process has ended.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", $"{process.Id}"]);
        return await EndedAsync();
    }

    /// <summary>Waits until the process has ended by itself.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndedAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await KillAsync();
        process.Dispose();
    }

    internal static Process Start(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string folder) =>
        Start(arguments, environment, folder, inherited: name => !name.StartsWith("AzureWebJobsStorage", StringComparison.Ordinal));

    /// <summary>Starts a process with only the given environment variables and the few that every process needs.</summary>
    internal static Process StartBare(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string folder) =>
        Start(arguments, environment, folder, inherited: name => name is "PATH" or "HOME" or "TMPDIR" or "DOTNET_ROOT");

    private static Process Start(
        IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string folder, Func<string, bool> inherited)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var name in start.Environment.Keys.Where(k => !inherited(k)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        return Process.Start(start) ?? throw new InvalidOperationException("The app did not start.");
    }

    /// <summary>
    /// Waits until the process prints a line with the announced text. If the line ends with an address, Address is set to it.
    /// </summary>
    private async Task<AppProcess> ReadyAsync(string announced)
    {
        process.OutputDataReceived += (_, line) => Add(line.Data, announced);
        process.ErrorDataReceived += (_, line) => Add(line.Data, announced);
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The app ended early:\n{Output}"));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Address = await ready.Task.WaitAsync(Patience);
        return this;
    }

    private void Add(string? line, string announced)
    {
        if (line is null)
            return;
        lock (output)
            output.Add(line);
        if (line.Contains(announced, StringComparison.Ordinal))
            ready.TrySetResult(Uri.TryCreate(line.Split(' ')[^1], UriKind.Absolute, out var address) ? address : Address);
    }
}
