namespace KawasakiServerless.Benchmarks;

/// <summary>All rows of the table. A folder for each thing measured; it adds its rows here.</summary>
internal static class Measures
{
    private static readonly IReadOnlyDictionary<string, Func<string, ComparisonOptions, CancellationToken,
        Task<IReadOnlyList<Result>>>> All =
        new Dictionary<string, Func<string, ComparisonOptions, CancellationToken, Task<IReadOnlyList<Result>>>>(StringComparer.Ordinal)
        {
            ["building"] = async (folder, options, cancellation) => await Comparison.MeasureAsync(
                await BuildMeasures.AllAsync(folder, options), cancellation),
            ["publishing"] = (_, options, cancellation) => PublishMeasures.MeasureAsync(options, cancellation),
            ["starting"] = (folder, _, cancellation) => WorkerStart.MeasureAsync(folder, cancellation),
            ["checking"] = async (folder, _, cancellation) => await Comparison.MeasureAsync(
                await CheckMeasures.AllAsync(folder, cancellation), cancellation),
        };

    public static IEnumerable<string> Names => All.Keys;

    /// <param name="folder">For the files that are worked on; it is deleted afterwards.</param>
    /// <param name="options">Which of them.</param>
    /// <param name="cancellation">Stops between two runs.</param>
    public static async Task<IReadOnlyList<Result>> MeasureAsync(string folder, ComparisonOptions options, CancellationToken cancellation)
    {
        List<Result> results = [];
        foreach (var (name, measure) in All.Where(m => options.Only.Count == 0 || options.Only.Contains(m.Key)))
            results.AddRange(await measure(Directory.CreateDirectory(Path.Combine(folder, name)).FullName, options, cancellation));
        return results;
    }
}
