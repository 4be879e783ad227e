using KawasakiServerless.Domain;

namespace KawasakiServerless.Site.Content;

/// <summary>The site's settings from settings.yml.</summary>
/// <param name="Municipality">The municipality that publishes the site, such as 川崎市.</param>
/// <param name="Title">The title of the site: its subject, a space, and the rest of the title, such as 地域包括ケアシステム 取組の報告.</param>
/// <param name="Brand">The name in the header, split into pieces between which a line may break.</param>
public sealed record ContentSettings(string Municipality, string Title, EquatableList<string> Brand)
{
    public const string File = "settings.yml";

    /// <summary>The address of the municipality's own site. Open data uses this address to identify the municipality.</summary>
    public required Uri Homepage { get; init; }

    /// <summary>The common name of the support centres, which advise residents in each ward, such as 地域みまもり支援センター.</summary>
    public required string Center { get; init; }

    /// <summary>The address of the licence under which the open data is published; null when settings.yml names none.</summary>
    public Uri? Licence { get; init; }

    /// <summary>
    /// The address for feedback about a figure. It contains {id}, which the site replaces with the id (管理番号) of the indicator or
    /// statistic. Null when settings.yml names none.
    /// </summary>
    public string? Feedback { get; init; }

    /// <summary>
    /// The date of the next update of the site. It is shown on the pages of the newest year; null if settings.yml gives none.
    /// </summary>
    public DateOnly? NextUpdate { get; init; }

    /// <summary>The municipality and the title, such as 川崎市 地域包括ケアシステム 取組の報告.</summary>
    public string SiteName => $"{Municipality} {Title}";

    /// <summary>The subject of the report, which is the title up to its first space, such as 地域包括ケアシステム.</summary>
    public string Subject => Title.Split(' ')[0];

    /// <returns>Null when the settings cannot be read; the reasons are added to the problems.</returns>
    internal static ContentSettings? Read(ContentText text, ICollection<ContentProblem> problems)
    {
        if (YamlText.Read(text, problems) is not { } fields)
            return null;
        var settings = new ContentSettings(fields.Required("municipality"), fields.Required("title"), [.. fields.Texts("brand")])
        {
            Homepage = Address(fields, "homepage", fields.Required("homepage")) ?? new("https://unknown.invalid/"),
            Center = fields.Required("center"),
            Licence = Address(fields, "licence", fields.Optional("licence") ?? ""),
            Feedback = FeedbackOf(fields),
            NextUpdate = fields.Date("next-update"),
        };
        fields.RefuseOthers();
        return settings.Brand.Count > 0 ? settings : settings with { Brand = [settings.Title] };
    }

    private static Uri? Address(YamlFields fields, string name, string value) =>
        value.Length == 0
            ? null
            : WebAddress.TryParse(value, out var address)
            ? address
            : Refuse<Uri>(fields, name, value, WebAddress.Meant);

    private static string? FeedbackOf(YamlFields fields) =>
        fields.Optional("feedback") is not { } value
            ? null
            : WebAddress.IsFeedback(value)
            ? value
            : Refuse<string>(fields, "feedback", value, WebAddress.FeedbackMeant);

    private static T? Refuse<T>(YamlFields fields, string name, string value, string meant)
        where T : class
    {
        fields.Report(name, $"\"{name}\" is {value}; it must be {meant}.");
        return null;
    }
}
