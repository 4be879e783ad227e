using System.Text.Json;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Benchmarks;

/// <summary>compare [--json]: runs every measure, prints the table, and writes docs/performance.md.</summary>
internal static class Comparison
{
    private const int Runs = 5;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static async Task<int> RunAsync(string[] options)
    {
        if (options.Except(["--json"], StringComparer.Ordinal).Any())
        {
            await Console.Error.WriteLineAsync("compare [--json]");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("kawasaki-benchmarks-");
        try
        {
            var results = await MeasureAsync(await Measures.AllAsync(folder.FullName, CancellationToken.None), CancellationToken.None);
            await PerformancePage.WriteAsync(Repository.PathTo("docs", "performance.md"), results);
            Console.WriteLine(options.Length > 0 ? JsonSerializer.Serialize(new { measures = results.Select(Row) }, Json) : PerformancePage.TableOf(results));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return 0;
    }

    private static async Task<List<Result>> MeasureAsync(IReadOnlyList<Measure> measures, CancellationToken cancellation)
    {
        List<Result> results = [];
        foreach (var measure in measures)
        {
            await Console.Error.WriteLineAsync($"{measure.Name}: {measure.Ours.Name} beside {measure.Peer.Name} …");
            results.Add(await MeasureAsync(measure, cancellation));
        }

        return results;
    }

    // By turns, so that whatever else the machine does falls on both.
    private static async Task<Result> MeasureAsync(Measure measure, CancellationToken cancellation)
    {
        List<Sample> ours = [], peers = [];
        for (var warmup = Math.Max(measure.Ours.Warmups, measure.Peer.Warmups); warmup > 0; warmup--)
        {
            await measure.Ours.RunAsync(cancellation);
            await measure.Peer.RunAsync(cancellation);
        }

        for (var run = 0; run < Runs; run++)
        {
            peers.Add(await measure.Peer.RunAsync(cancellation));
            ours.Add(await measure.Ours.RunAsync(cancellation));
        }

        return new(measure, Median(ours.Select(s => s.Seconds)), Median(peers.Select(s => s.Seconds)), PeakOf(ours), PeakOf(peers));
    }

    private static double? PeakOf(IEnumerable<Sample> samples) =>
        samples.Select(s => s.PeakBytes).OfType<long>().ToList() is { Count: > 0 } peaks ? Median(peaks.Select(p => p / (1024.0 * 1024.0))) : null;

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Runs / 2);

    private static object Row(Result result) => new
    {
        name = $"{result.Measure.Name} / {result.Measure.Peer.Name}",
        ours = Math.Round(result.Ours, 4),
        peer = Math.Round(result.Peer, 4),
        ratio = Math.Round(result.Ratio, 3),
        result.Measure.Bar,
        result.Measure.Aim,
        unit = "s",
        peakMebibytes = Rounded(result.OurPeakMebibytes),
        peerPeakMebibytes = Rounded(result.PeerPeakMebibytes),
    };

    private static double? Rounded(double? value) => value is { } v ? Math.Round(v, 1) : null;
}
