using System.Text.Json.Serialization;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site;

/// <summary>The settings with which a site is rendered, in addition to the reports.</summary>
/// <param name="Address">The public address of the site, for absolute links, such as http://localhost:7071/.</param>
/// <param name="FeedbackAddress">The address for feedback about a figure: an https: or mailto: address in which {id} is replaced by the id
/// (管理番号) of the indicator or statistic. If it is null, feedback links lead to the contact on the page /about/.</param>
public sealed record SiteOptions(Uri Address, string? FeedbackAddress = null)
{
    /// <summary>The address for feedback about the indicator or statistic with this id (管理番号).</summary>
    public string FeedbackOn(string id) =>
        (FeedbackAddress ?? $"{Links.About.Href}?figure={{id}}#contact")
            .Replace("{id}", Uri.EscapeDataString(id), StringComparison.Ordinal);

    /// <summary>The licence under which the open data is published; null if none is configured.</summary>
    public Uri? DataLicense { get; init; }

    /// <summary>The day of the next update of the site; null if it is not known.</summary>
    public DateOnly? NextUpdate { get; init; }

    /// <summary>
    /// Settings, texts and theme. They are not serialized, so the fingerprint (hash) of the options does not cover them: SiteInputs and
    /// ReportInputs add the content that a page uses to the fingerprint of that page's inputs.
    /// </summary>
    [JsonIgnore]
    public SiteContent Content { get; init; } = SiteContent.Shipped;
}
