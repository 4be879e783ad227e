using KawasakiServerless.Domain;
using KawasakiServerless.Site.Contacts;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Search;

/// <summary>Creates the search entries for the contact page, for each general contact and for the contact of each department.</summary>
internal static class ContactEntries
{
    public static IEnumerable<SearchEntry> Of(ReportView view)
    {
        var book = view.Site.Contacts;
        return
        [
            Whole(book),
            .. book.General.Select(Of),
            .. book.Departments.Select(d => Of(d, book)),
        ];
    }

    private static SearchEntry Whole(ContactBook book) => new(SearchKind.Site, Links.Contact.Href, Links.Contact.Text)
    {
        Text = $"報告全体については{book.ReportName}に。電話番号、所在地、相談先。"
            + $"{string.Join('／', book.General.Select(g => $"{g.Name} {ContactWords.Sentence(g.Contact)}"))}",
        Names = ["お問い合わせ", "問い合わせ先", "相談先", "電話番号", "連絡先"],
    };

    private static SearchEntry Of(GeneralContact general, int place) =>
        new(SearchKind.Site, $"{Links.Contact.Href}#{ContactWords.Anchor(place)}", general.Name)
        {
            Context = Links.Contact.Text,
            Text = ContactWords.Sentence(general.Contact),
            Names = ["コールセンター", "市役所の代表電話"],
        };

    private static SearchEntry Of(Department department, ContactBook book) =>
        new(SearchKind.Site, $"{Links.Contact.Href}#{ContactWords.Anchor(department)}", $"{department.Name}のお問い合わせ先")
        {
            Context = Links.Contact.Text,
            Text = book.Of(department) is { } contact ? ContactWords.Sentence(contact) : $"直通の連絡先は分かりません。{Instead(book)}",
            Names = [.. NamesOf(department).SelectMany(n => new[] { $"{n}の電話番号", $"{n}の連絡先", $"{n}の住所" })],
        };

    private static string Instead(ContactBook book) =>
        book.General is [var first, ..] ? $"{first.Name} {ContactWords.Sentence(first.Contact)}" : "";

    private static IEnumerable<string> NamesOf(Department department) =>
        department.Ward is { } ward ? [department.Name, ward] : [department.Name];
}
