using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Registers.Editing;

/// <summary>The form fields of contact details (連絡先).</summary>
internal static class ContactFields
{
    /// <param name="prefix">The prefix of the names of the form fields.</param>
    /// <param name="place">The path of the contact details in the register, such as departments/zaisei/contact.</param>
    /// <param name="now">The contact details in the register; null if there are none.</param>
    /// <param name="typed">The content of the submitted form.</param>
    public static IReadOnlyList<RegisterField> Of(string prefix, string place, ContactDetails? now, TypedFields typed)
    {
        return
        [
            Field("desk", "窓口", now?.Desk, "例：総合案内"),
            Field("postalCode", "郵便番号", now?.PostalCode, "例：210-0000"),
            Field("address", "所在地", now?.Address, "例：○○区○○町1番地"),
            Field("telephone", "電話", now?.Telephone, "例：044-200-0000"),
            Field("fax", "ファクス", now?.Fax, "例：044-200-0000"),
            Field("mail", "メール", now?.Mail, "例：name@example.jp"),
            Field("form", "問い合わせ先のURL", now?.Form, "例：https://www.example.jp/contact"),
            Field("source", "連絡先の出典", now?.Source, "例：市政だより 2018年3月1日号"),
        ];

        RegisterField Field(string name, string label, string? value, string hint) => RegisterField.Line(
            $"{prefix}-{name}", $"{place}/{name}", label, typed.Text($"{prefix}-{name}", value)) with
        { Hint = hint };
    }

    /// <returns>The entered details, or the present ones if the form did not contain these fields.</returns>
    public static ContactDetails? Read(string prefix, ContactDetails? now, TypedFields typed) =>
        typed.Contains($"{prefix}-telephone") ? Read(prefix, typed) : now;

    /// <returns>The entered details; null when all fields are empty, so that no empty contact is stored.</returns>
    public static ContactDetails? Read(string prefix, TypedFields typed)
    {
        var details = new ContactDetails(
            typed.Optional($"{prefix}-address"),
            typed.Optional($"{prefix}-telephone"),
            typed.Optional($"{prefix}-mail"),
            typed.Optional($"{prefix}-form"))
        {
            PostalCode = typed.Optional($"{prefix}-postalCode"),
            Desk = typed.Optional($"{prefix}-desk"),
            Fax = typed.Optional($"{prefix}-fax"),
            Source = typed.Optional($"{prefix}-source"),
        };
        return details == new ContactDetails() ? null : details;
    }
}
