using System.Diagnostics;
using System.IO.Compression;
using KawasakiServerless.Testing;
using KawasakiServerless.Testing.Host;

namespace KawasakiServerless.Benchmarks;

/// <summary>The worker as it is deployed, under the stand-in for the Functions host: from its start to its first answer, and how large it is.</summary>
internal static class WorkerStart
{
    private const double LargestRatio = 1.5, AimedMebibytes = 20;

    public static async Task<IReadOnlyList<Result>> MeasureAsync(string folder, CancellationToken cancellation)
    {
        var ours = await PublishedWorker.PublishAsync(Repository.PathTo("functions", "App"), Path.Combine(folder, "ours"));
        var empty = await EmptyWorker.PublishAsync(Path.Combine(folder, "empty"));
        var azurite = new AzuriteFixture { Stores = 1 };
        await azurite.InitializeAsync();
        try
        {
            var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["AzureWebJobsStorage"] = azurite.NewStore(), ["SITE_URL"] = "https://care.example/" };
            var started = await Comparison.MeasureAsync(
                [new("start to first answer", Start("worker", ours, settings), Start("empty isolated worker", empty, settings), LargestRatio, null)], cancellation);
            return [.. started, new("zip of the worker", "MiB", Zipped(ours), null, null, null, AimedMebibytes)];
        }
        finally
        {
            await azurite.DisposeAsync();
        }
    }

    private static Contestant Start(string name, string folder, IReadOnlyDictionary<string, string> settings) => new(name, cancellation => StartAsync(folder, settings, cancellation), Warmups: 1);

    private static async Task<Sample> StartAsync(string folder, IReadOnlyDictionary<string, string> settings, CancellationToken cancellation)
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

    private static double Zipped(string folder)
    {
        using var zip = new MemoryStream();
        ZipFile.CreateFromDirectory(folder, zip);
        return zip.Length / (1024.0 * 1024);
    }
}
