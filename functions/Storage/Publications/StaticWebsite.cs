using Azure.Storage.Blobs.Models;

namespace KawasakiServerless.Storage.Publications;

/// <summary>Whether an account serves its container `$web` to readers.</summary>
public enum WebsiteState
{
    Served,

    /// <summary>The static website was disabled or configured differently, and the app has just enabled it.</summary>
    SwitchedOn,

    /// <summary>
    /// Whether the website is enabled is unknown, because the app's identity has no permission to read or change the account's settings.
    /// </summary>
    Unknown,
}

/// <summary>
/// Enables the static website of the public site's account. The Bicep files in `infra` already do so; the app does it for an account that
/// was created manually.
/// </summary>
public sealed class StaticWebsite(CityStorage storage)
{
    /// <summary>The document that the website sends for the URL of a folder.</summary>
    public const string IndexDocument = "index.html";

    /// <summary>The document that the website sends for a URL that does not exist.</summary>
    public const string NotFoundDocument = "404.html";

    /// <exception cref="StorageException">Storage failed.</exception>
    public async Task<WebsiteState> SwitchOnAsync(CancellationToken cancellation)
    {
        try
        {
            return await StorageCall.RunAsync(() => TrySwitchOnAsync(cancellation), cancellation);
        }
        catch (StorageException refused) when (refused.Status == 403)
        {
            return WebsiteState.Unknown;
        }
    }

    private async Task<WebsiteState> TrySwitchOnAsync(CancellationToken cancellation)
    {
        var properties = (await storage.SiteBlobs.GetPropertiesAsync(cancellation)).Value;
        if (properties.StaticWebsite is { Enabled: true, IndexDocument: IndexDocument, ErrorDocument404Path: NotFoundDocument })
            return WebsiteState.Served;
        properties.StaticWebsite = new BlobStaticWebsite
        {
            Enabled = true,
            IndexDocument = IndexDocument,
            ErrorDocument404Path = NotFoundDocument
        };
        await storage.SiteBlobs.SetPropertiesAsync(properties, cancellation);
        return WebsiteState.SwitchedOn;
    }
}
