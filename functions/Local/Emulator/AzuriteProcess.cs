using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace KawasakiServerless.Local.Emulator;

/// <summary>
/// The Node process in which Azurite runs. This class reads the output of the process continuously, because a full pipe would block the
/// process. The process exits when its stdin is closed.
/// </summary>
internal sealed partial class AzuriteProcess : IAsyncDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);
    private readonly Process process;
    private readonly TaskCompletionSource listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly LastLines output = new();

    private AzuriteProcess(Process process)
    {
        this.process = process;
        Id = process.Id;
        Exited = WatchAsync();
    }

    public int Id { get; }

    public Task Exited { get; }

    public ConcurrentDictionary<string, string> Addresses { get; } = new(StringComparer.Ordinal);

    public static async Task<AzuriteProcess> StartAsync(
        AzuriteSettings settings, DataFolderLock folder, CancellationToken cancellationToken)
    {
        var started = new AzuriteProcess(Process.Start(StartInfo(settings))!);
        try
        {
            await folder.WriteAsync(started.Id, cancellationToken);
            await started.listening.Task.WaitAsync(cancellationToken);
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    public void CloseInput()
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The process has already exited, which broke the pipe.
        }
    }

    public async ValueTask DisposeAsync()
    {
        CloseInput();
        if (await Task.WhenAny(Exited, Task.Delay(Grace)) != Exited)
            process.Kill(entireProcessTree: true);
        await Exited;
        process.Dispose();
    }

    private static ProcessStartInfo StartInfo(AzuriteSettings settings)
    {
        var start = Command.StartInfo(
            "node", ["--max-semi-space-size=64", "-e", Script(), "--", .. settings.Arguments], settings.PackageFolder);
        start.Environment["AZURITE_ACCOUNTS"] = settings.Accounts;
        return start;
    }

    private async Task WatchAsync()
    {
        await Task.WhenAll(DrainAsync(process.StandardOutput), DrainAsync(process.StandardError));
        await process.WaitForExitAsync();
        listening.TrySetException(new InvalidOperationException(
            $"Azurite ended with code {process.ExitCode} before it listened.\n{output}"));
    }

    private async Task DrainAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
            Note(line);
    }

    private void Note(string line)
    {
        output.Add(line);
        if (Announcement().Match(line) is { Success: true } match)
            Addresses[match.Groups["service"].Value] = match.Groups["address"].Value;
        if (Addresses.Count == 3)
            listening.TrySetResult();
    }

    private static string Script()
    {
        using var stream = typeof(AzuriteProcess).Assembly.GetManifestResourceStream("azurite.cjs")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(
        @"^Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>\S+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Announcement();
}
