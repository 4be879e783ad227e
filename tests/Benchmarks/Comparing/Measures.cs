namespace KawasakiServerless.Benchmarks;

/// <summary>All rows of the table. A folder for each thing measured; it adds its rows here.</summary>
internal static class Measures
{
    /// <param name="folder">For the files that are worked on; it is deleted afterwards.</param>
    public static async Task<IReadOnlyList<Measure>> AllAsync(string folder, CancellationToken cancellation) =>
    [
        .. await BuildMeasures.AllAsync(folder),
        .. await CheckMeasures.AllAsync(folder, cancellation),
    ];
}
