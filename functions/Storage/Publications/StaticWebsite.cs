using Azure.Storage.Blobs.Models;

namespace KawasakiServerless.Storage.Publications;

/// <summary>Whether an account serves its container `$web` to readers.</summary>
public enum WebsiteState
{
    Served,

    /// <summary>The website was off, and the app has just switched it on.</summary>
    SwitchedOn,

    /// <summary>The identity may not read or change the settings of the account.</summary>
    Unknown,
}

/// <summary>The static website of the site's account. `infra` enables it; for an account that was created manually, the app does.</summary>
public sealed class StaticWebsite(CityStorage storage)
{
    /// <summary>The document that is served for a folder.</summary>
    public const string IndexDocument = "index.html";

    /// <summary>The document that is served for a missing path.</summary>
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
