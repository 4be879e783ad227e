using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using KawasakiServerless.Domain;
using KawasakiServerless.Local.Files;
using KawasakiServerless.Local.Preview;

namespace KawasakiServerless.Local.CommandLine;

/// <summary>
/// The command `preview`: serves the site of a folder of workbooks to the browser, and rebuilds it whenever one of the files changes.
/// </summary>
internal static class PreviewCommand
{
    public static Command New(Register register)
    {
        var from = new Option<DirectoryInfo>("--from")
        {
            Description = "Folder of workbooks; it may contain its own register.json, settings.yml, input and theme",
            HelpName = "DIR",
            Required = true,
        };
        var port = Options.Port("Port of the preview; 0 selects a free one", usual: 7072);
        var year = Options.Year();
        var command = new Command("preview", "Show the site of a folder in the browser, and reload it when a file changes")
        {
            from, port, year,
        };
        command.SetAction((arguments, cancellation) => RunAsync(
            new(arguments.GetRequiredValue(from), register), arguments.GetRequiredValue(year), arguments.GetValue(port), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(MunicipalFolder folder, FiscalYear year, int port, CancellationToken cancellation)
    {
        if (!folder.Folder.Exists)
            throw new IOException($"{folder.Folder.FullName} does not exist.");
        var site = new PreviewSite(folder, year);
        await using var app = new PreviewServer(site).Build(port);
        await app.StartAsync(cancellation);
        // The port is known only now if --port is 0.
        site.Address = new(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{new Uri(app.Urls.First()).Port}/"));
        // The watcher starts before the files are first read, so that it also notices a change during the reading.
        using var files = new PreviewFiles(folder);
        await RefreshAsync(site, cancellation);
        await Console.Out.WriteLineAsync($"Ctrl-C ends the preview.\nPreview: {app.Urls.First()}/");
        await WatchAsync(site, files, cancellation);
        await app.StopAsync(CancellationToken.None);
        return 0;
    }

    private static async Task WatchAsync(PreviewSite site, PreviewFiles files, CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                await files.ChangedAsync(cancellation);
                await RefreshAsync(site, cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await Console.Out.WriteLineAsync("Preview ended.");
        }
    }

    private static async Task RefreshAsync(PreviewSite site, CancellationToken cancellation)
    {
        var start = Stopwatch.GetTimestamp();
        await site.RefreshAsync(cancellation);
        var state = site.State;
        foreach (var problem in state.Problems)
            await Console.Error.WriteLineAsync(problem);
        foreach (var warning in state.Problems.Count == 0 ? state.Site?.Warnings ?? [] : [])
            await Console.Error.WriteLineAsync(warning);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds.ToString("F2", CultureInfo.InvariantCulture);
        await Console.Out.WriteLineAsync(
            state.Problems.Count == 0
                ? $"Version {state.Version}, made in {seconds} s"
                : $"Version {state.Version}: the last valid site stays");
    }
}
