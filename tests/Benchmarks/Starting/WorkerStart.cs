using System.Diagnostics;
using System.IO.Compression;
using KawasakiServerless.Application;
using KawasakiServerless.Domain;
using KawasakiServerless.Testing;
using KawasakiServerless.Testing.Host;

namespace KawasakiServerless.Benchmarks;

/// <summary>
/// Measures the .NET worker process as it is deployed, run by a stand-in for the Functions host: the time from its start to its first
/// response, and its size on disk and in memory.
/// </summary>
internal static class WorkerStart
{
    private const double LargestRatio = 1.5, AimedMebibytes = 20, MostMemory = 512, AimedMemory = 256, Mebibyte = 1024 * 1024;

    public static async Task<IReadOnlyList<Result>> MeasureAsync(string folder, CancellationToken cancellation)
    {
        var ours = await PublishedWorker.PublishAsync(Repository.PathTo("functions", "App"), Path.Combine(folder, "ours"));
        var empty = await EmptyWorker.PublishAsync(Path.Combine(folder, "empty"));
        var azurite = new AzuriteFixture { Stores = 2 };
        await azurite.InitializeAsync();
        try
        {
            var settings = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["AzureWebJobsStorage"] = azurite.NewStore(),
                ["SITE_URL"] = "https://care.example/",
                ["DATA_LICENSE"] = AppProcess.License,
                ["NIGHTLY_SCHEDULE"] = Schedules.Nightly,
            };
            var started = await Comparison.MeasureAsync(
                [new("start to first answer", Start("worker", ours, settings), Start("empty isolated worker", empty, settings),
                    LargestRatio, null)],
                cancellation);
            var peak = await PeakOfTheCityAsync(ours, new Dictionary<string, string>(settings, StringComparer.Ordinal)
            {
                ["AzureWebJobsStorage"] = azurite.NewStore(),
                ["WEBSITE_AUTH_ENABLED"] = "True",
            }, cancellation);
            return
            [
                .. started,
                new("zip of the worker", "MiB", Zipped(ours), null, null, null, AimedMebibytes),
                new("peak memory of the worker, the city's workbooks uploaded and published", "MiB", peak, null, null, MostMemory,
                    AimedMemory),
            ];
        }
        finally
        {
            await azurite.DisposeAsync();
        }
    }

    private static Contestant Start(string name, string folder, IReadOnlyDictionary<string, string> settings) =>
        new(name, cancellation => StartAsync(folder, settings, cancellation), Warmups: 1);

    private static async Task<Sample> StartAsync(
        string folder, IReadOnlyDictionary<string, string> settings, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        await using var host = await FunctionsHost.StartAsync(settings, folder);
        using var http = new HttpClient { BaseAddress = host.Address };
        using var answer = await http.GetAsync("/api/health", cancellation);
        answer.EnsureSuccessStatusCode();
        var took = clock.Elapsed.TotalSeconds;
        using var worker = Process.GetProcessById(host.WorkerId);
        return new(took, worker.PeakWorkingSet64);
    }

    /// <summary>Uploads every workbook of the city, runs the nightly publication, and returns the worker's peak memory in MiB.</summary>
    private static async Task<double> PeakOfTheCityAsync(
        string folder, IReadOnlyDictionary<string, string> settings, CancellationToken cancellation)
    {
        await using var host = await FunctionsHost.StartAsync(settings, folder);
        using var http = new HttpClient { BaseAddress = host.Address };
        http.DefaultRequestHeaders.Add(SignedIn.Header, SignedIn.With("Coordinator"));
        foreach (var department in Register.Of2018.Departments)
        {
            var workbook = new FileInfo(Repository.PathTo("functions", "Samples", $"{Some.Year.Year}-{department.Name}.xlsx"));
            if (workbook.Exists)
                await PostAsync(http, $"/api/departments/{department.Code}/submissions?year={Some.Year.Year}",
                    await File.ReadAllBytesAsync(workbook.FullName, cancellation), cancellation);
        }

        await PostAsync(http, $"/api/years/{Some.Year.Year}/release", [], cancellation);
        await host.RunTimerAsync("NightlyPublish");
        using var worker = Process.GetProcessById(host.WorkerId);
        return worker.PeakWorkingSet64 / Mebibyte;
    }

    private static async Task PostAsync(HttpClient http, string path, byte[] body, CancellationToken cancellation)
    {
        using var content = new ByteArrayContent(body);
        using var answer = await http.PostAsync(path, content, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    private static double Zipped(string folder)
    {
        using var zip = new MemoryStream();
        ZipFile.CreateFromDirectory(folder, zip);
        return zip.Length / Mebibyte;
    }
}
