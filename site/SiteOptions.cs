using System.Text.Json.Serialization;

namespace KawasakiServerless.Site;

/// <summary>What the site must know of the world outside the report.</summary>
/// <param name="Address">Public address, for absolute links: http://localhost:7071/.</param>
/// <param name="FeedbackAddress">Where to write about a figure: an https: or mailto: address with {id} for the figure's 管理番号. Null: the
/// site's own page says whom to ask.</param>
public sealed record SiteOptions(Uri Address, string? FeedbackAddress = null)
{
    /// <summary>Where to write about the figure of this 管理番号.</summary>
    public string FeedbackOn(string id) =>
        (FeedbackAddress ?? $"{Links.About.Href}?figure={{id}}#contact")
            .Replace("{id}", Uri.EscapeDataString(id), StringComparison.Ordinal);

    /// <summary>Under which the city gives its data away; null as long as it has named none.</summary>
    public Uri? DataLicense { get; init; }

    /// <summary>The day on which the next update is due; null as long as nobody has said.</summary>
    public DateOnly? NextUpdate { get; init; }

    /// <summary>Settings, texts and theme. Not part of the fingerprint as such: each page names what it takes of it.</summary>
    [JsonIgnore]
    public SiteContent Content { get; init; } = SiteContent.Shipped;
}
