using System.Globalization;
using System.Text;

namespace KawasakiServerless.Benchmarks;

/// <summary>
/// Writes docs/performance.md and its plot. The program replaces the text above the heading "What the rows are"; people write the text from
/// that heading on, which is kept.
/// </summary>
internal static class PerformancePage
{
    private const string ByHand = "## What the rows are", Plot = "performance.svg";

    public static async Task WriteAsync(string folder, IReadOnlyList<Result> results)
    {
        var path = Path.Combine(folder, "performance.md");
        var before = File.Exists(path) ? await File.ReadAllTextAsync(path) : $"{ByHand}\n";
        var kept = Math.Max(before.IndexOf(ByHand, StringComparison.Ordinal), 0);
        var growth = Growth.Of(results);
        await File.WriteAllTextAsync(Path.Combine(folder, Plot), GrowthPlot.Of(growth));
        await File.WriteAllTextAsync(path, $"# Performance\n\n{Measured(results)}\n{Growing(growth)}\n{before[kept..]}");
    }

    public static string TableOf(IReadOnlyList<Result> results)
    {
        var table = new StringBuilder(
            "| Measure | Ours | Peer | Peer's | Ratio | Bar | Aim | Our peak memory | Peer's |\n|---|---|---|---|---|---|---|---|---|\n");
        foreach (var r in results)
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {r.Name} | {Value(r.Ours, r.Unit)} | {r.Peer ?? "–"} | {Value(r.PeerValue, r.Unit)} | {Ratio(r)} | {Limit(r, r.Bar)} "
                    + $"| {Limit(r, r.Aim)} | {Mebibytes(r.OurPeakBytes)} | {Mebibytes(r.PeerPeakBytes)} |\n");
        return table.ToString();
    }

    private static string Measured(IReadOnlyList<Result> results) =>
        "Written by `dotnet run -c Release --project tests/Benchmarks -- compare`. Medians of five runs, ours and the peer's by turns; "
            + "a full publish runs once for each size, since it takes minutes against "
            + $"Azurite.\n\n{TableOf(results)}\n{Machine.Describe()}\n";

    private static string Growing(Growth growth) => $"## Growth\n\n{growth.ToTable()}\n![Seconds by the number of initiatives]({Plot})\n";

    private static string Ratio(Result r) => r.Ratio is { } ratio
        ? string.Create(CultureInfo.InvariantCulture, $"**{ratio:0.00##}**{Missed(r)}")
        : $"–{Missed(r)}";

    private static string Missed(Result r) => r.HoldsBar == false ? " (missed)" : "";

    private static string Value(double? value, string unit) => (value, unit) switch
    {
        (null, _) => "–",
        ({ } v, "s") => string.Create(CultureInfo.InvariantCulture, $"{v:0.000} s"),
        ({ } v, _) => string.Create(CultureInfo.InvariantCulture, $"{v:#,0} {unit}"),
    };

    private static string Limit(Result r, double? limit) => (limit, r.Peer) switch
    {
        (null, _) => "–",
        ({ } l, null) => string.Create(CultureInfo.InvariantCulture, $"≤ {l:#,0.##} {r.Unit}"),
        ({ } l, _) => string.Create(CultureInfo.InvariantCulture, $"≤ {l}"),
    };

    private static string Mebibytes(double? bytes) =>
        bytes is { } b ? string.Create(CultureInfo.InvariantCulture, $"{b / 1048576:0} MiB") : "–";
}
