using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using KawasakiServerless.Storage.Edge;
using KawasakiServerless.Storage.Purges;

namespace KawasakiServerless.Storage;

/// <summary>
/// Opens the storage account of the app and, if there is one, the account of the public site. Both are configured by settings in the form
/// that the Functions host uses, and accessed with the identity of the process unless a setting contains a connection string.
/// </summary>
public static class StorageConnection
{
    // If storage accepts a connection but does not answer, a request must end with an error before App Service ends it without one, after
    // 230 s. By default, a call could be tried six times for 100 s each.
    private const int MostRetries = 3;

    private static readonly TimeSpan LongestTry = TimeSpan.FromSeconds(25);

    private const string Account = "AzureWebJobsStorage", SiteAccount = "SiteStorage";

    /// <summary>Whether a storage account is configured.</summary>
    public static bool IsConfigured(Func<string, string?> setting) => IsConfigured(setting, Account);

    /// <summary>
    /// Opens the storage accounts. The setting AzureWebJobsStorage contains a connection string; without it, the app signs in with its
    /// identity, and the account is set by AzureWebJobsStorage__accountName, or by __blobServiceUri and __tableServiceUri with the same
    /// prefix. The public site is in the same account unless the setting SiteStorage specifies another account in the same way; the app
    /// signs in to both with the same identity. FRONT_DOOR_ENDPOINT is the resource id of the Front Door endpoint in front of the site, if
    /// there is one.
    /// </summary>
    /// <exception cref="InvalidOperationException">No storage account is configured, or a connection string or FRONT_DOOR_ENDPOINT is
    /// invalid.</exception>
    public static CityStorage Open(Func<string, string?> setting)
    {
        var blobs = Blobs(setting, Account);
        return new(
            Tables(setting), blobs, IsConfigured(setting, SiteAccount) ? Blobs(setting, SiteAccount) : null)
        { Edge = Edge(setting) };
    }

    /// <summary>Returns options for blob clients with the policy that lets a purge delete blobs permanently.</summary>
    internal static BlobClientOptions BlobOptions()
    {
        var options = new BlobClientOptions { Retry = { MaxRetries = MostRetries, NetworkTimeout = LongestTry } };
        options.AddPolicy(new PermanentDeletion(), HttpPipelinePosition.PerCall);
        return options;
    }

    internal static TableClientOptions TableOptions() => new() { Retry = { MaxRetries = MostRetries, NetworkTimeout = LongestTry } };

    private static EdgeCache Edge(Func<string, string?> setting) => setting("FRONT_DOOR_ENDPOINT") switch
    {
        null or "" => EdgeCache.None,
        var id when id.StartsWith("/subscriptions/", StringComparison.OrdinalIgnoreCase) => new(id, Credential(setting)),
        _ => throw new InvalidOperationException(
            "FRONT_DOOR_ENDPOINT is not the resource id of an endpoint (/subscriptions/…/afdEndpoints/…)."),
    };

    private static bool IsConfigured(Func<string, string?> setting, string account) =>
        Array.Exists(["", "__accountName", "__blobServiceUri"], suffix => Of(setting, account + suffix) is not null);

    private static TableServiceClient Tables(Func<string, string?> setting) => Of(setting, Account) is { } connection
        ? FromConnectionString(Account, () => new TableServiceClient(connection, TableOptions()))
        : new(Endpoint(setting, Account, "table"), Credential(setting), TableOptions());

    private static BlobServiceClient Blobs(Func<string, string?> setting, string account) => Of(setting, account) is { } connection
        ? FromConnectionString(account, () => new BlobServiceClient(connection, BlobOptions()))
        : new(Endpoint(setting, account, "blob"), Credential(setting), BlobOptions());

    private static T FromConnectionString<T>(string account, Func<T> open)
    {
        try
        {
            return open();
        }
        catch (Exception malformed) when (malformed is FormatException or ArgumentException or InvalidOperationException)
        {
            // The message does not repeat the connection string, because it contains the account's key.
            throw new InvalidOperationException(
                $"{account} is not a connection string of a storage account; copy it again from the account's access keys.", malformed);
        }
    }

    private static TokenCredential Credential(Func<string, string?> setting) => Of(setting, $"{Account}__credential") == "managedidentity"
        ? new ManagedIdentityCredential(Of(setting, $"{Account}__clientId") is { } id
            ? ManagedIdentityId.FromUserAssignedClientId(id)
            : ManagedIdentityId.SystemAssigned)
        : new DefaultAzureCredential();

    private static Uri Endpoint(Func<string, string?> setting, string account, string service)
    {
        if (Of(setting, $"{account}__{service}ServiceUri") is { } uri)
            return new(uri);
        var name = Of(setting, $"{account}__accountName")
            ?? throw new InvalidOperationException($"Set {account}, {account}__accountName, or {account}__{service}ServiceUri.");
        return new($"https://{name}.{service}.core.windows.net");
    }

    private static string? Of(Func<string, string?> setting, string name) => setting(name) is { Length: > 0 } value ? value : null;
}
