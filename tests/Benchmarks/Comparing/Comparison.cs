using System.Text.Json;
using KawasakiServerless.Testing;

namespace KawasakiServerless.Benchmarks;

/// <summary>
/// The command compare: runs the measures and prints the table of results. Writes docs/performance.md if all measures ran at all sizes.
/// </summary>
internal static class Comparison
{
    private const int Runs = 5;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments)
    {
        if (ComparisonOptions.Of(arguments) is not { } options)
        {
            await Console.Error.WriteLineAsync(ComparisonOptions.Usage);
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("kawasaki-benchmarks-");
        try
        {
            var results = await Measures.MeasureAsync(folder.FullName, options, CancellationToken.None);
            if (options.IsAll)
                await PerformancePage.WriteAsync(Repository.PathTo("docs"), results);
            Console.WriteLine(
                options.AsJson ? JsonSerializer.Serialize(new { measures = results.Select(Row) }, Json) : PerformancePage.TableOf(results));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return 0;
    }

    public static async Task<IReadOnlyList<Result>> MeasureAsync(IReadOnlyList<Measure> measures, CancellationToken cancellation)
    {
        List<Result> results = [];
        foreach (var measure in measures)
        {
            await Console.Error.WriteLineAsync($"{measure.Name}: {measure.Ours.Name} beside {measure.Peer.Name} …");
            results.Add(await MeasureAsync(measure, cancellation));
        }

        return results;
    }

    // Runs our work and the work that it is compared with alternately, so that other load on the machine affects both equally.
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

        return new(measure.Name, "s", Median(ours.Select(s => s.Seconds)), measure.Peer.Name, Median(peers.Select(s => s.Seconds)),
            measure.Bar, measure.Aim)
        {
            OurPeakBytes = PeakOf(ours),
            PeerPeakBytes = PeakOf(peers),
        };
    }

    private static double? PeakOf(IEnumerable<Sample> samples) =>
        samples.Select(s => s.PeakBytes).OfType<long>().ToList() is { Count: > 0 } peaks ? Median(peaks.Select(p => (double)p)) : null;

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Runs / 2);

    private static object Row(Result result) => new
    {
        name = result.Peer is null ? result.Name : $"{result.Name} / {result.Peer}",
        ours = Math.Round(result.Ours, 4),
        peer = Rounded(result.PeerValue, 4),
        ratio = Rounded(result.Ratio, 4),
        result.Bar,
        result.Aim,
        result.Unit,
        result.HoldsBar,
        peakMebibytes = Rounded(result.OurPeakBytes / 1048576, 1),
        peerPeakMebibytes = Rounded(result.PeerPeakBytes / 1048576, 1),
    };

    private static double? Rounded(double? value, int digits) => value is { } v ? Math.Round(v, digits) : null;
}
