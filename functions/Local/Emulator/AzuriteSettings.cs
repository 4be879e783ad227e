using System.Security.Cryptography;

namespace KawasakiServerless.Local.Emulator;

internal sealed record AzuriteSettings(string PackageFolder, string DataFolder, Action<string>? Progress = null)
{
    public const string AccountName = "devstoreaccount1";

    public string AccountKey { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));

    /// <summary>Names of additional storage accounts. They use the same key, but each has separate data.</summary>
    public IReadOnlyList<string> FurtherAccounts { get; init; } = [];

    /// <summary>The value of the environment variable that defines Azurite's accounts, with their keys.</summary>
    public string Accounts => string.Join(';', FurtherAccounts.Prepend(AccountName).Select(name => $"{name}:{AccountKey}"));

    /// <summary>Whether the data exist only in memory: nothing is written to disk, and the data are lost when the process ends.</summary>
    public bool IsInMemory { get; init; }

    public IReadOnlyList<string> ExtraArguments { get; init; } = [];

    public IEnumerable<string> Arguments =>
    [
        "--blobHost", "127.0.0.1", "--queueHost", "127.0.0.1", "--tableHost", "127.0.0.1",
        "--blobPort", "0", "--queuePort", "0", "--tablePort", "0",
        .. IsInMemory ? (string[])["--inMemoryPersistence"] : ["--location", DataFolder],
        "--disableTelemetry", "--skipApiVersionCheck", "--silent",
        .. ExtraArguments,
    ];
}
