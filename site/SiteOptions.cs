namespace KawasakiServerless.Site;

/// <summary>What the site must know of the world outside the report.</summary>
/// <param name="Address">Public address, for absolute links: http://localhost:7071/.</param>
public sealed record SiteOptions(Uri Address)
{
    /// <summary>Under which the city gives its data away; null as long as it has named none.</summary>
    public Uri? DataLicense { get; init; }
}
