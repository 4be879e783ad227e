namespace KawasakiServerless.Site;

/// <summary>What the site must know of the world outside the report.</summary>
/// <param name="Address">Public address, for absolute links: http://localhost:7071/.</param>
public sealed record SiteOptions(Uri Address);
