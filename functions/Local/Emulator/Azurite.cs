namespace KawasakiServerless.Local.Emulator;

/// <summary>
/// Runs the storage emulator Azurite as a child process on free loopback ports. Its account key is random and valid only as long as the
/// process runs.
/// </summary>
public sealed class Azurite : IAsyncDisposable
{
    private readonly AzuriteProcess process;
    private readonly DataFolderLock dataFolder;
    private bool disposed;

    private Azurite(AzuriteProcess process, DataFolderLock dataFolder, string accountKey)
    {
        (this.process, this.dataFolder, AccountKey) = (process, dataFolder, accountKey);
        BlobEndpoint = EndpointOf("Blob");
        QueueEndpoint = EndpointOf("Queue");
        TableEndpoint = EndpointOf("Table");
    }

    public Uri BlobEndpoint { get; }

    public Uri QueueEndpoint { get; }

    public Uri TableEndpoint { get; }

    public string AccountName { get; } = AzuriteSettings.AccountName;

    public string AccountKey { get; }

    public int ProcessId => process.Id;

    /// <summary>Completes when the emulator process has ended, for any reason.</summary>
    public Task Exited => process.Exited;

    public string ConnectionString => ConnectionStringOf(AccountName);

    internal string ConnectionStringOf(string account) =>
        $"DefaultEndpointsProtocol={BlobEndpoint.Scheme};AccountName={account};AccountKey={AccountKey};" +
        $"BlobEndpoint={EndpointOf("Blob", account)};QueueEndpoint={EndpointOf("Queue", account)};TableEndpoint={EndpointOf("Table", account)};";

    /// <summary>Installs Azurite if it is missing, starts it and waits until it accepts connections.</summary>
    /// <param name="packageFolder">The folder that contains package.json and package-lock.json.</param>
    /// <param name="dataFolder">The folder that stores the data between runs. Only one emulator may use it at a time.</param>
    /// <param name="progress">Called with an English sentence before each step that takes time; null to report nothing.</param>
    /// <param name="cancellationToken">Cancels the installation and the start. No emulator process is left running.</param>
    /// <exception cref="InvalidOperationException">
    /// Node.js is missing, the installation failed, the data folder is in use or cannot be used, or Azurite ended early.
    /// </exception>
    public static Task<Azurite> StartAsync(
        string packageFolder, string dataFolder, Action<string>? progress, CancellationToken cancellationToken) =>
        StartAsync(new AzuriteSettings(packageFolder, Path.GetFullPath(dataFolder), progress), cancellationToken);

    internal static async Task<Azurite> StartAsync(AzuriteSettings settings, CancellationToken cancellationToken)
    {
        await AzuritePackage.EnsureInstalledAsync(settings.PackageFolder, settings.Progress, cancellationToken);
        // The analyzer does not recognize that the lock is always disposed: by the catch block or by the new Azurite object.
#pragma warning disable CA2000
        var folder = await DataFolderLock.TakeAsync(settings.DataFolder, cancellationToken);
        try
        {
            return new Azurite(await AzuriteProcess.StartAsync(settings, folder, cancellationToken), folder, settings.AccountKey);
        }
        catch
        {
            await folder.DisposeAsync();
            throw;
        }
#pragma warning restore CA2000
    }

    /// <summary>Lets the emulator flush its data and exit; kills it if it does not exit within ten seconds.</summary>
    public async ValueTask DisposeAsync()
    {
        if (disposed)
            return;
        disposed = true;
        await process.DisposeAsync();
        await dataFolder.DisposeAsync();
    }

    /// <summary>
    /// Simulates a crash of the parent process, for tests: closes stdin of the emulator, as the operating system would, and does not wait
    /// for the emulator to exit.
    /// </summary>
    internal void CloseInput() => process.CloseInput();

    private Uri EndpointOf(string service) => EndpointOf(service, AccountName);

    private Uri EndpointOf(string service, string account) => new($"{process.Addresses[service]}/{account}");
}
