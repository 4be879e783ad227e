using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Registers.Editing;

/// <summary>The fields of contact details (連絡先).</summary>
internal static class ContactFields
{
    /// <param name="prefix">Of the names of the fields.</param>
    /// <param name="place">The contact details in the register: departments/zaisei/contact.</param>
    /// <param name="now">As the register has them.</param>
    /// <param name="typed">What was typed.</param>
    public static IReadOnlyList<RegisterField> Of(string prefix, string place, ContactDetails? now, TypedFields typed)
    {
        return
        [
            Field("address", "所在地", now?.Address, "例：○○区○○町1番地"),
            Field("telephone", "電話", now?.Telephone, "例：044-200-0000"),
            Field("mail", "メール", now?.Mail, "例：name@example.jp"),
            Field("form", "問い合わせ先のURL", now?.Form, "例：https://www.example.jp/contact"),
        ];

        RegisterField Field(string name, string label, string? value, string hint) => RegisterField.Line(
            $"{prefix}-{name}", $"{place}/{name}", label, typed.Text($"{prefix}-{name}", value)) with
        { Hint = hint };
    }

    /// <returns>Null when nothing is typed: what nobody has given is not kept.</returns>
    public static ContactDetails? Read(string prefix, TypedFields typed)
    {
        var details = new ContactDetails(
            typed.Optional($"{prefix}-address"),
            typed.Optional($"{prefix}-telephone"),
            typed.Optional($"{prefix}-mail"),
            typed.Optional($"{prefix}-form"));
        return details == new ContactDetails() ? null : details;
    }
}
