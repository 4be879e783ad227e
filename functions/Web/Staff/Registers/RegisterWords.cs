using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Registers;

/// <summary>The Japanese words and CSS classes with which the register screens show registers and their changes.</summary>
internal static class RegisterWords
{
    public static string Word(this RegisterChangeKind kind) => kind switch
    {
        RegisterChangeKind.Added => "追加",
        RegisterChangeKind.Removed => "削除",
        RegisterChangeKind.Renamed => "名称変更",
        _ => "変更",
    };

    public static string Css(this RegisterChangeKind kind) => kind switch
    {
        RegisterChangeKind.Added => "added",
        RegisterChangeKind.Removed => "removed",
        _ => "changed",
    };

    /// <summary>
    /// Returns the Japanese name of the list in the register, such as departments, to which <see cref="RegisterChange.Part"/> refers.
    /// </summary>
    public static string PartWord(string part) => part switch
    {
        "departments" => "局・区",
        "successions" => "改編の記録",
        "viewpoints" => "視点",
        "policyAreas" => "施策",
        "documents" => "資料",
        "generalContacts" => "総合的な問い合わせ先",
        _ => "発行者・問い合わせ先など",
    };

    /// <summary>Returns the number of changes of each kind, such as 追加1件、変更2件.</summary>
    public static string CountsOf(RegisterDifference difference) => string.Join("、", difference.Changes
        .GroupBy(c => c.Kind).OrderBy(g => g.Key).Select(g => $"{g.Key.Word()}{g.Count()}件"));

    /// <summary>Returns the details of a contact, one line each; empty when nothing is known.</summary>
    public static IReadOnlyList<string> LinesOf(ContactDetails? contact) =>
        contact is null
            ? []
            : [.. new[] { contact.Desk, Postal(contact), contact.Telephone, Fax(contact), contact.Mail, contact.Form, From(contact) }
                .OfType<string>()];

    private static string? Postal(ContactDetails contact) =>
        contact.PostalCode is null ? contact.Address : $"〒{contact.PostalCode} {contact.Address}".TrimEnd();

    private static string? Fax(ContactDetails contact) => contact.Fax is null ? null : $"ファクス {contact.Fax}";

    private static string? From(ContactDetails contact) => contact.Source is null ? null : $"出典：{contact.Source}";
}
