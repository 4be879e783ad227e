using KawasakiServerless.Domain;
using KawasakiServerless.Site.Figures;

namespace KawasakiServerless.Site.Contacts;

/// <summary>Formats contact details for pages and links.</summary>
internal static class ContactWords
{
    /// <summary>A telephone link in international format, which also works from abroad, such as tel:+81-44-200-3939.</summary>
    public static string Dialled(string telephone) => $"tel:+81-{telephone.TrimStart('0')}";

    /// <summary>The anchor of a department on the contact page.</summary>
    public static string Anchor(Department department) => $"contact-{department.Code}";

    /// <param name="general">The index of a general contact in ContactBook.General, from 0.</param>
    public static string Anchor(int general) => $"general-{Svg.Number(general + 1)}";

    /// <summary>
    /// The postal code and the address, as far as they are known, such as 〒210-8577 川崎市川崎区宮本町1. Null when neither is known.
    /// </summary>
    public static string? Place(ContactDetails contact) =>
        contact.PostalCode is null ? contact.Address : $"〒{contact.PostalCode} {contact.Address}".TrimEnd();

    /// <summary>Joins all known contact details into one line of text.</summary>
    public static string Sentence(ContactDetails contact)
    {
        (string Label, string? Text)[] parts =
        [
            ("窓口", contact.Desk), ("電話", contact.Telephone), ("ファクス", contact.Fax), ("所在地", Place(contact)), ("メール", contact.Mail),
            ("フォーム", contact.Form),
        ];
        return string.Join("、", parts.Where(p => p.Text is not null).Select(p => $"{p.Label} {p.Text}"));
    }
}
