using System.Text.RegularExpressions;
using KawasakiServerless.Site.Contacts;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.TextPages;

/// <summary>
/// Replaces the placeholders {{municipality}}, {{title}}, {{contact}} and {{general}} in the texts of the municipality.
/// </summary>
internal sealed partial class TextValues(ReportView view)
{
    public static IReadOnlyList<string> Names { get; } = ["municipality", "title", "contact", "general"];

    public string Fill(string html) => Value().Replace(html, value => Of(value.Groups["name"].Value) ?? value.Value);

    private string? Of(string name) => name switch
    {
        "municipality" => Encode(view.Site.Settings.Municipality),
        "title" => Encode(view.Site.Settings.Title),
        "contact" => $"<a href=\"{Encode(view.Links.To(view.Coordinator).Href)}\">{Encode(view.Report.Register.ContactName)}</a>",
        "general" => General,
        _ => null,
    };

    // The name is marked as Japanese, because the text may be in another language.
    private string General => view.Site.Contacts.General is [{ Contact.Telephone: { } telephone } first, ..]
        ? $"<span lang=\"ja\">{Encode(first.Name)}</span> "
            + $"<a class=\"telephone\" href=\"{Encode(ContactWords.Dialled(telephone))}\">{Encode(telephone)}</a>"
        : $"<a href=\"{Links.Contact.Href}\" lang=\"ja\">{Links.Contact.Text}</a>";

    private static string Encode(string text) => PlainHtmlEncoder.Instance.Encode(text);

    [GeneratedRegex(@"\{\{(?<name>[a-z-]+)\}\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Value();
}
