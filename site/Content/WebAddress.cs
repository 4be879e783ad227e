using System.Diagnostics.CodeAnalysis;

namespace KawasakiServerless.Site.Content;

/// <summary>Checks the addresses in settings.</summary>
public static class WebAddress
{
    public const string Meant = "an https: address", FeedbackMeant = "an https: or mailto: address with {id} in it";

    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address) && address.Scheme is "https" or "http" && address.Host.Length > 0;

    /// <summary>Whether this is an address for feedback about a figure; the figure's 管理番号 replaces {id}.</summary>
    public static bool IsFeedback(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "mailto"
            && text.Contains("{id}", StringComparison.Ordinal);
}
