using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using KawasakiServerless.Storage.Purges;

namespace KawasakiServerless.Storage;

/// <summary>
/// Where the city's storage account is and how this process proves who it is, read from the settings the Functions host knows.
/// </summary>
public static class StorageConnection
{
    private const string Prefix = "AzureWebJobsStorage";

    /// <summary>Whether any storage account is configured at all.</summary>
    public static bool IsConfigured(Func<string, string?> setting) =>
        Of(setting, "") is not null || Of(setting, "__accountName") is not null || Of(setting, "__blobServiceUri") is not null;

    /// <summary>
    /// A connection string in AzureWebJobsStorage; or an identity with __accountName, or with __blobServiceUri and __tableServiceUri.
    /// </summary>
    /// <exception cref="InvalidOperationException">None of these is set, or it is no connection string.</exception>
    public static CityStorage Open(Func<string, string?> setting)
    {
        if (Of(setting, "") is { } connectionString)
            return Open(connectionString);
        var credential = Credential(setting);
        return new(new TableServiceClient(Endpoint(setting, "table"), credential), new BlobServiceClient(Endpoint(setting, "blob"), credential, BlobOptions()));
    }

    private static CityStorage Open(string connectionString)
    {
        try
        {
            return new(new TableServiceClient(connectionString), new BlobServiceClient(connectionString, BlobOptions()));
        }
        catch (Exception malformed) when (malformed is FormatException or ArgumentException or InvalidOperationException)
        {
            // The message does not repeat it: it holds the account's key.
            throw new InvalidOperationException($"{Prefix} is no connection string of a storage account; copy it anew from the account's access keys.", malformed);
        }
    }

    /// <summary>What the city's use of blobs needs of the client.</summary>
    internal static BlobClientOptions BlobOptions()
    {
        var options = new BlobClientOptions();
        options.AddPolicy(new PermanentDeletion(), HttpPipelinePosition.PerCall);
        return options;
    }

    private static TokenCredential Credential(Func<string, string?> setting) =>
        Of(setting, "__credential") == "managedidentity"
            ? new ManagedIdentityCredential(Of(setting, "__clientId") is { } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned)
            : new DefaultAzureCredential();

    private static Uri Endpoint(Func<string, string?> setting, string service)
    {
        if (Of(setting, $"__{service}ServiceUri") is { } uri)
            return new(uri);
        var account = Of(setting, "__accountName") ?? throw new InvalidOperationException($"Set {Prefix}, {Prefix}__accountName, or {Prefix}__{service}ServiceUri.");
        return new($"https://{account}.{service}.core.windows.net");
    }

    private static string? Of(Func<string, string?> setting, string suffix) =>
        setting(Prefix + suffix) is { Length: > 0 } value ? value : null;
}
