using System.ComponentModel;
using System.Diagnostics;

namespace KawasakiServerless.Local.Emulator;

internal static class Command
{
    /// <summary>Runs a program until it exits, and returns its exit code and the last lines of both output streams.</summary>
    /// <exception cref="InvalidOperationException">The program is not installed.</exception>
    public static async Task<(int Code, string Output)> RunAsync(
        string program, IReadOnlyList<string> arguments, string folder, CancellationToken cancellationToken)
    {
        using var process = Start(StartInfo(program, arguments, folder));
        process.StandardInput.Close();
        var output = new LastLines();
        var drained = Task.WhenAll(DrainAsync(process.StandardOutput, output), DrainAsync(process.StandardError, output));
        try
        {
            await process.WaitForExitAsync(cancellationToken);
            await drained.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return (process.ExitCode, output.ToString());
    }

    public static ProcessStartInfo StartInfo(string program, IReadOnlyList<string> arguments, string folder) => new(program, arguments)
    {
        WorkingDirectory = folder,
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new InvalidOperationException(
                $"`{start.FileName}` was not found. Install Node.js 20 or later, which brings node and npm, and try again.", e);
        }
    }

    private static async Task DrainAsync(StreamReader reader, LastLines output)
    {
        while (await reader.ReadLineAsync() is { } line)
            output.Add(line);
    }
}
