namespace KawasakiServerless.Local.LocalRun;

/// <param name="Port">The port to listen on; 0 for a free one.</param>
/// <param name="Address">The public address of the site; null to use the address of the local server.</param>
/// <param name="Data">The data folder of the storage emulator; null for .local/azurite in the repository, which git ignores.</param>
public sealed record LocalRunOptions(int Port, Uri? Address, DirectoryInfo? Data)
{
    /// <summary>The folder of workbooks that are loaded into empty storage; null for the shipped report of 2018.</summary>
    public DirectoryInfo? Samples { get; init; }

    internal string SampleFolder => Samples?.FullName ?? Path.Combine(AppContext.BaseDirectory, "Samples");
}
