using System.Diagnostics.CodeAnalysis;

namespace KawasakiServerless.Site.Content;

/// <summary>The addresses that settings may name.</summary>
public static class WebAddress
{
    public const string Meant = "an https: address", FeedbackMeant = "an https: or mailto: address with {id} in it";

    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? address) =>
        Uri.TryCreate(text, UriKind.Absolute, out address) && address.Scheme is "https" or "http" && address.Host.Length > 0;

    /// <summary>Where to write about a figure, whose 管理番号 takes the place of {id}.</summary>
    public static bool IsFeedback(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "mailto"
            && text.Contains("{id}", StringComparison.Ordinal);
}
