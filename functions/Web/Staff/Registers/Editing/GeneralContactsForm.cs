using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Registers.Editing;

/// <summary>
/// The form for the contacts for general questions (総合的な問い合わせ先). Its last group of fields is empty, for an additional contact.
/// </summary>
public sealed record GeneralContactsForm : RegisterForm
{
    public override string Path => "general-contacts";

    public override string TitleFor(Register register) => "総合的な問い合わせ先の編集";

    public override string Lead =>
        "最初のものが、公開サイトのすべてのページの下に載り、連絡先の分からない局・区のかわりに案内されます。名称と連絡先をすべて空にすると、載らなくなります。";

    public override IReadOnlyList<FieldGroup> GroupsFor(Register register, TypedFields typed)
    {
        var kept = 0;
        return
        [
            .. Enumerable.Range(1, (register.GeneralContacts?.Count ?? 0) + 1).Select(at =>
                Group(at, register.GeneralContacts?.ElementAtOrDefault(at - 1), IsEmpty(at, typed) ? at : ++kept, typed)),
        ];
    }

    public override EditedRegister Apply(Register register, TypedFields typed, FiscalYear year)
    {
        EquatableList<GeneralContact> contacts =
        [
            .. Enumerable.Range(1, (register.GeneralContacts?.Count ?? 0) + 1).Where(at => !IsEmpty(at, typed))
                .Select(at => new GeneralContact(typed.Optional(NameOf(at)) ?? "", ContactFields.Read(Number(at), typed) ?? new())),
        ];
        return new(register with { GeneralContacts = contacts.Count == 0 ? null : contacts }, []);
    }

    // Empty groups of the form are not stored. The paths in findings therefore contain the number of the contact among the stored ones
    // (kept), which may differ from the number of the group in the form (at).
    private static FieldGroup Group(int at, GeneralContact? now, int kept, TypedFields typed) => new(
        now?.Name ?? "追加する問い合わせ先",
        [
            RegisterField.Line(NameOf(at), $"generalContacts/{Number(kept)}/name", "名称", typed.Text(NameOf(at), now?.Name)),
            .. ContactFields.Of(Number(at), $"generalContacts/{Number(kept)}/contact", now?.Contact, typed),
        ]);

    private static bool IsEmpty(int at, TypedFields typed) =>
        typed.Optional(NameOf(at)) is null && ContactFields.Read(Number(at), typed) is null;

    private static string NameOf(int at) => $"{Number(at)}-name";
}
