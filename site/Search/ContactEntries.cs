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
        Names = ["お問い合わせ", "問い合わせ先", "相談先", "電話番号", "連絡先", $"{book.Center}の電話番号、連絡先、住所はどこ"],
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
            Text = $"{OfOffice(department, book)}{OfCenter(department, book)}",
            Names = [.. NamesOf(department, book)],
        };

    private static string OfOffice(Department department, ContactBook book) =>
        book.Of(department) is { } contact ? ContactWords.Sentence(contact) : $"直通の連絡先は分かりません。{Instead(book)}";

    // Says the same about the support centre of a ward as the contact page; empty for other departments.
    private static string OfCenter(Department department, ContactBook book) => (book.CenterOf(department), department.IsWard) switch
    {
        ({ Contact: { Reaches: true } contact, Name: var name }, _) => $"／{name} {ContactWords.Sentence(contact)}",
        (_, true) => $"／{book.Center}の直通の連絡先は分かりません。",
        _ => "",
    };

    private static string Instead(ContactBook book) =>
        book.General is [var first, ..] ? $"{first.Name} {ContactWords.Sentence(first.Contact)}" : "";

    private static IEnumerable<string> NamesOf(Department department, ContactBook book)
    {
        if (department.Ward is not { } ward)
            return Asked(department.Name);
        var center = $"{ward}{book.Center}";
        return [.. Asked(department.Name), .. Asked(ward), center, $"{center}の電話番号、連絡先、住所はどこ"];
    }

    // What readers ask for when they look for an office.
    private static IEnumerable<string> Asked(string office) =>
        [$"{office}の電話番号", $"{office}の連絡先", $"{office}の住所"];
}
