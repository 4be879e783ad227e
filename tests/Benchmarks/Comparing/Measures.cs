namespace KawasakiServerless.Benchmarks;

/// <summary>
/// Measures the rows of the table of results. The rows are grouped into parts, such as building. Each part has its own folder in this
/// project and an entry here.
/// </summary>
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

    /// <param name="folder">The folder for temporary files; the caller deletes it afterwards.</param>
    /// <param name="options">Which parts are measured, and at which sizes.</param>
    /// <param name="cancellation">Cancels the measurement.</param>
    public static async Task<IReadOnlyList<Result>> MeasureAsync(string folder, ComparisonOptions options, CancellationToken cancellation)
    {
        List<Result> results = [];
        foreach (var (name, measure) in All.Where(m => options.Only.Count == 0 || options.Only.Contains(m.Key)))
            results.AddRange(await measure(Directory.CreateDirectory(Path.Combine(folder, name)).FullName, options, cancellation));
        return results;
    }
}
