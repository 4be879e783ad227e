using KawasakiServerless.Local.Emulator;

namespace KawasakiServerless.Testing;

/// <summary>
/// Azurite (the emulator of Azure storage) with empty data, for one test collection. To use it, declare a subclass that implements xunit's
/// IAsyncLifetime.
/// </summary>
public class AzuriteFixture
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("kawasaki-azurite-");
    private Azurite? azurite;
    private int used;

    public Azurite Azurite => azurite ?? throw new InvalidOperationException("InitializeAsync has not run.");

    public string ConnectionString => Azurite.ConnectionString;

    /// <summary>Returns the connection string of an empty store that no other caller gets.</summary>
    public string NewStore() => Interlocked.Increment(ref used) is var number && number <= Stores
        ? Azurite.ConnectionStringOf(Account(number))
        : throw new InvalidOperationException("All stores are given away; Stores says how many there are.");

    /// <summary>How many stores <see cref="NewStore"/> can return in total.</summary>
    public int Stores { get; init; } = 400;

    /// <summary>Options for Azurite in addition to those that the local run passes to it, such as a certificate.</summary>
    public IReadOnlyList<string> ExtraArguments { get; init; } = [];

    public async Task InitializeAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        var settings = new AzuriteSettings(Repository.Root, data.FullName)
        {
            IsInMemory = true,
            ExtraArguments = ExtraArguments,
            FurtherAccounts = [.. Enumerable.Range(1, Stores).Select(Account)],
        };
        azurite = await Azurite.StartAsync(settings, limit.Token);
    }

    public async Task DisposeAsync()
    {
        if (azurite is not null)
            await azurite.DisposeAsync();
        data.Delete(recursive: true);
    }

    private static string Account(int number) => $"city{number}";
}
