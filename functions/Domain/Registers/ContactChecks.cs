using System.Text.RegularExpressions;

namespace KawasakiServerless.Domain;

/// <summary>Checks the format of contact details.</summary>
internal static partial class ContactChecks
{
    private const int LongestMail = 254, LongestForm = 500;

    /// <param name="field">The path of the contact details within the register, such as departments/zaisei/contact. The fields that the
    /// findings name begin with this path.</param>
    /// <param name="contact">The contact details; null if unknown.</param>
    public static IEnumerable<RegisterFinding> Of(string field, ContactDetails? contact) => contact is null ? [] :
    [
        .. RegisterTexts.Optional($"{field}/address", "所在地", Given(contact.Address), RegisterTexts.Place),
        .. Form($"{field}/telephone", "電話", contact.Telephone, new(t => Telephone().IsMatch(t), "市外局番からの数字とハイフンで入力してください。例：044-200-0000")),
        .. Form($"{field}/fax", "ファクス", contact.Fax, new(t => Telephone().IsMatch(t), "市外局番からの数字とハイフンで入力してください。例：044-200-0000")),
        .. Form($"{field}/postalCode", "郵便番号", contact.PostalCode, new(t => PostalCode().IsMatch(t), "半角の数字とハイフンで入力してください。例：210-8577")),
        .. RegisterTexts.Optional($"{field}/desk", "窓口", Given(contact.Desk), RegisterTexts.Name),
        .. RegisterTexts.Optional($"{field}/source", "出典", Given(contact.Source), RegisterTexts.Sentence),
        .. Form($"{field}/mail", "メール", contact.Mail, new(IsMail, "半角で入力してください。例：name@example.jp")),
        .. Form($"{field}/form", "問い合わせ先のURL", contact.Form, new(IsSecureAddress, "https:// で始まるURLを入力してください。例：https://www.example.jp/contact")),
    ];

    private static RegisterFinding[] Form(string field, string label, string? text, Format format) =>
        text is null || format.IsMet(text)
        ? []
        : [new(field, text.Length == 0 ? $"{label}が空です。" : $"{label}の形が正しくありません。", text.Length == 0 ? "分からないときは、項目ごと消してください。" : format.Remedy)];

    /// <summary>The format that a contact detail (such as a telephone number) must have, and what to do if it has another format.</summary>
    private sealed record Format(Func<string, bool> IsMet, string Remedy);

    private static string? Given(string? text) => text is "" ? null : text;

    private static bool IsMail(string text) => text.Length <= LongestMail && Mail().IsMatch(text);

    // A link must not contain a user name and password before the host, or a character that ends an HTML attribute.
    private static bool IsSecureAddress(string text) =>
        text.Length <= LongestForm && AddressSigns().IsMatch(text) && Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri is { Scheme: "https", UserInfo: "" } && uri.Host.Contains('.', StringComparison.Ordinal);

    [GeneratedRegex(@"\A[0-9]{3}-[0-9]{4}\z")]
    private static partial Regex PostalCode();

    [GeneratedRegex(@"\A(?:0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4}|0[0-9]{9,10})\z")]
    private static partial Regex Telephone();

    [GeneratedRegex(
        @"\A[A-Za-z0-9_%+][A-Za-z0-9._%+-]*@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+\z",
        RegexOptions.None, 1000)]
    private static partial Regex Mail();

    [GeneratedRegex(@"\Ahttps://[A-Za-z0-9._~:/?#\[\]@!$&()*+,;=%-]+\z")]
    private static partial Regex AddressSigns();
}
