using System.Globalization;

namespace KawasakiServerless.Domain;

/// <summary>
/// The first page of a section of the public site (ページ), such as the page of a viewpoint, a ward or a document. Its key, such as
/// viewpoints/1/elderly, is permanent and does not change when the page is renamed.
/// </summary>
public sealed record SectionPage
{
    private SectionPage(string key) => Key = key;

    public static SectionPage Home { get; } = new("home");

    public static SectionPage Viewpoints { get; } = new("viewpoints");

    public static SectionPage Indicators { get; } = new("indicators");

    public static SectionPage Collaborations { get; } = new("collaborations");

    public static SectionPage Departments { get; } = new("departments");

    public static SectionPage Wards { get; } = new("wards");

    public static SectionPage Statistics { get; } = new("statistics");

    public static SectionPage Documents { get; } = new("report");

    public string Key { get; }

    /// <summary>
    /// Number of the viewpoint that the page describes or to which the policy area of the page belongs; null for pages of other sections.
    /// </summary>
    public int? Viewpoint { get; private init; }

    /// <summary>Code of the policy area, under <see cref="Viewpoint"/>, that the page describes; null for all other pages.</summary>
    public string? PolicyArea { get; private init; }

    /// <summary>Code of the ward office whose ward the page describes; null for all other pages.</summary>
    public string? Ward { get; private init; }

    /// <summary>Code of the document that the page contains, such as 資料1-1; null for all other pages.</summary>
    public string? Document { get; private init; }

    public static SectionPage Of(int viewpoint) => new($"{Viewpoints.Key}/{Number(viewpoint)}") { Viewpoint = viewpoint };

    public static SectionPage Of(int viewpoint, string policyArea) =>
        new($"{Of(viewpoint).Key}/{policyArea}") { Viewpoint = viewpoint, PolicyArea = policyArea };

    public static SectionPage OfWard(string ward) => new($"{Wards.Key}/{ward}") { Ward = ward };

    public static SectionPage OfDocument(string document) => new($"{Documents.Key}/{document}") { Document = document };

    /// <returns>The page with this key; null if the text does not have the form of a page key. Whether the viewpoint, ward or document
    /// exists is not checked.</returns>
    public static SectionPage? OfKey(string key) => key.Split('/', 2) is [var section, var rest]
        ? Below(section, rest)
        : new[] { Home, Viewpoints, Indicators, Collaborations, Departments, Wards, Statistics, Documents }
            .FirstOrDefault(p => p.Key == key);

    private static SectionPage? Below(string section, string rest) => section switch
    {
        "wards" => OfWard(rest),
        "report" => OfDocument(rest),
        "viewpoints" => OfViewpoint(rest.Split('/')),
        _ => null,
    };

    private static SectionPage? OfViewpoint(string[] parts)
    {
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        return parts switch
        {
            [_] => Of(number),
            [_, var area] => Of(number, area),
            _ => null,
        };
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
