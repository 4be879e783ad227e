using System.Globalization;
using System.Text;

namespace KawasakiServerless.Benchmarks;

/// <summary>docs/performance.md: what stands above the heading is written by every run, what stands below it by people.</summary>
internal static class PerformancePage
{
    private const string ByHand = "## What the rows are";

    public static async Task WriteAsync(string path, IReadOnlyList<Result> results)
    {
        var before = File.Exists(path) ? await File.ReadAllTextAsync(path) : $"{ByHand}\n";
        var kept = Math.Max(before.IndexOf(ByHand, StringComparison.Ordinal), 0);
        await File.WriteAllTextAsync(path, $"# Performance\n\n{Measured(results)}\n{before[kept..]}");
    }

    public static string TableOf(IReadOnlyList<Result> results)
    {
        var table = new StringBuilder("| Measure | Ours | Peer | Peer's | Ratio | Bar | Aim | Our peak memory | Peer's |\n|---|---|---|---|---|---|---|---|---|\n");
        foreach (var r in results)
            table.Append(CultureInfo.InvariantCulture, $"| {r.Measure.Name} | {r.Ours:0.000} s | {r.Measure.Peer.Name} | {r.Peer:0.000} s | **{r.Ratio:0.00}** | {Limit(r.Measure.Bar)} | {Limit(r.Measure.Aim)} | {Mebibytes(r.OurPeakMebibytes)} | {Mebibytes(r.PeerPeakMebibytes)} |\n");
        return table.ToString();
    }

    private static string Measured(IReadOnlyList<Result> results) =>
        $"Written by `dotnet run -c Release --project tests/Benchmarks -- compare`. Medians of five runs, ours and the peer's by turns.\n\n{TableOf(results)}\n{Machine.Describe()}\n";

    private static string Limit(double? ratio) => ratio is { } r ? string.Create(CultureInfo.InvariantCulture, $"≤ {r}") : "–";

    private static string Mebibytes(double? value) => value is { } v ? string.Create(CultureInfo.InvariantCulture, $"{v:0} MiB") : "–";
}
