using System.Diagnostics.CodeAnalysis;

namespace KawasakiServerless.Site.Content;

/// <summary>Validates the web and mail addresses in the site's settings.</summary>
public static class WebAddress
{
    public const string Meant = "an https: address", FeedbackMeant = "an https: or mailto: address with {id} in it";

    /// <summary>
    /// Parses an https: address. An http: address is accepted only if it is of this machine, such as http://localhost:7071/, because a
    /// local run has no certificate.
    /// </summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address) && address.Host.Length > 0
            && (address.Scheme is "https" || address is { Scheme: "http", IsLoopback: true });

    /// <summary>
    /// Whether the text is an https: or mailto: address that contains {id}. The site replaces {id} with the id (管理番号) of the indicator or
    /// statistic that the feedback is about.
    /// </summary>
    public static bool IsFeedback(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "mailto"
            && text.Contains("{id}", StringComparison.Ordinal);
}
