using System.Text.Json.Serialization;

namespace KawasakiServerless.Site;

/// <summary>Settings of the site that do not come from the report.</summary>
/// <param name="Address">The public address, for absolute links: http://localhost:7071/.</param>
/// <param name="FeedbackAddress">The address for feedback about a figure: an https: or mailto: address with {id} for the figure's 管理番号.
/// Null means that the site's own page names the contact.</param>
public sealed record SiteOptions(Uri Address, string? FeedbackAddress = null)
{
    /// <summary>The address for feedback about the figure with this 管理番号.</summary>
    public string FeedbackOn(string id) =>
        (FeedbackAddress ?? $"{Links.About.Href}?figure={{id}}#contact")
            .Replace("{id}", Uri.EscapeDataString(id), StringComparison.Ordinal);

    /// <summary>The licence under which the city publishes the data; null until the city has named one.</summary>
    public Uri? DataLicense { get; init; }

    /// <summary>The day on which the next update is due; null if it is not known.</summary>
    public DateOnly? NextUpdate { get; init; }

    /// <summary>
    /// Settings, texts and theme. They are excluded from the fingerprint of the options, because each page declares which of them it uses.
    /// </summary>
    [JsonIgnore]
    public SiteContent Content { get; init; } = SiteContent.Shipped;
}
