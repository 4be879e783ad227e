using System.Globalization;
using KawasakiServerless.Site;
using KawasakiServerless.Site.Content;

namespace KawasakiServerless.Application.Settings;

/// <summary>
/// Reads the settings of the site. If a setting is invalid, throws an exception whose message names the setting and says what it must be.
/// </summary>
public static class SiteSettings
{
    private const string Example = "https://creativecommons.org/licenses/by/4.0/";

    private const string NoAddress =
        "SITE_URL is not set; set it to the public address of the site, such as https://care.city.example/.";

    /// <summary>The address of the site if no other is given.</summary>
    public static Uri LocalAddress { get; } = new("http://localhost/");

    /// <summary>The licence of the open data in the local run if no licence is configured: CC BY 4.0.</summary>
    public static Uri LocalLicense { get; } = new(Example);

    /// <summary>The message that explains why nothing is published without a licence, and what to do.</summary>
    public static string NoLicense { get; } =
        "DATA_LICENSE is not set, and nothing is published without a licence of the open data. Set it to the licence's address, such as "
            + $"{Example}, or set licence in settings.yml.";

    /// <summary>
    /// Reads the settings of a site that is published for readers. Its address must be known, because canonical links, the sitemap and QR
    /// codes contain it.
    /// </summary>
    /// <param name="setting">Returns the value of a setting by its name; null or blank when it is not set.</param>
    /// <param name="address">The address of the site, which overrides SITE_URL; null to use SITE_URL.</param>
    /// <exception cref="InvalidOperationException">The address is neither given nor set, an address is not valid, or NEXT_UPDATE is not a
    /// day such as 2019-08-01.</exception>
    public static SiteOptions ReadPublished(Func<string, string?> setting, Uri? address) =>
        Read(setting, address ?? AddressOf(setting) ?? throw new InvalidOperationException(NoAddress), SiteContent.Shipped);

    /// <param name="setting">Returns the value of a setting by its name; null or blank when it is not set. A value that is set overrides
    /// that of <paramref name="content"/> (settings.yml).</param>
    /// <param name="address">The address of the site, which overrides SITE_URL; null to use SITE_URL or, if that is not set,
    /// http://localhost/.</param>
    /// <param name="content">The settings, texts and theme of the municipality.</param>
    /// <exception cref="InvalidOperationException">An address is not valid, or NEXT_UPDATE is not a day such as 2019-08-01.</exception>
    public static SiteOptions Read(Func<string, string?> setting, Uri? address, SiteContent content) =>
        new(address ?? AddressOf(setting) ?? LocalAddress, Feedback(setting, "FEEDBACK_URL") ?? content.Settings.Feedback)
        {
            DataLicense = LicenseOf(setting) ?? content.Settings.Licence,
            NextUpdate = Day(setting, "NEXT_UPDATE") ?? content.Settings.NextUpdate,
            Content = content,
        };

    private static Uri? AddressOf(Func<string, string?> setting) => Web(setting, "SITE_URL");

    private static Uri? LicenseOf(Func<string, string?> setting) =>
        Web(setting, "DATA_LICENSE", $"the address of a licence, such as {Example}");

    private static Uri? Web(Func<string, string?> setting, string name, string meant = WebAddress.Meant) =>
        Text(setting, name) is not { } text
            ? null
            : WebAddress.TryParse(text, out var address)
            ? address
            : throw Unmeant(name, text, meant);

    private static DateOnly? Day(Func<string, string?> setting, string name) =>
        Text(setting, name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw Unmeant(name, text, "a day such as 2019-08-01");

    private static string? Feedback(Func<string, string?> setting, string name) =>
        Text(setting, name) is not { } text
            ? null
            : WebAddress.IsFeedback(text)
            ? text
            : throw Unmeant(name, text, WebAddress.FeedbackMeant);

    private static string? Text(Func<string, string?> setting, string name) =>
        setting(name) is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static InvalidOperationException Unmeant(string name, string text, string meant) =>
        new($"{name} is {text}; it must be {meant}.");
}
