using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Registers.Editing;

/// <summary>
/// The form for the contacts for general questions (総合的な問い合わせ先). Its last group of fields is empty, for an additional contact.
/// </summary>
public sealed record GeneralContactsForm : RegisterForm
{
    private const string Added = "added";

    public override string Path => "general-contacts";

    public override string TitleFor(Register register) => "総合的な問い合わせ先の編集";

    public override string Lead =>
        "最初のものが、公開サイトのすべてのページの下に載り、連絡先の分からない局・区のかわりに案内されます。名称と連絡先をすべて空にすると、載らなくなります。";

    public override IReadOnlyList<FieldGroup> GroupsFor(Register register, TypedFields typed)
    {
        var kept = 0;
        return [.. SlotsOf(register).Select((slot, at) => Group(slot, IsEmpty(slot, typed) ? at + 1 : ++kept, typed))];
    }

    public override EditedRegister Apply(Register register, TypedFields typed, FiscalYear year)
    {
        EquatableList<GeneralContact> contacts = [.. SlotsOf(register).Select(slot => Read(slot, typed)).OfType<GeneralContact>()];
        return new(register with { GeneralContacts = contacts.Count == 0 ? null : contacts }, []);
    }

    private static IEnumerable<Slot> SlotsOf(Register register)
    {
        EquatableList<GeneralContact> contacts = register.GeneralContacts ?? [];
        var keys = FieldKeys.Of(contacts.Select(c => c.Name));
        return [.. keys.Zip(contacts, (key, contact) => new Slot(key, contact)), new(Added, null)];
    }

    private static GeneralContact? Read(Slot slot, TypedFields typed)
    {
        if (!typed.Contains(slot.NameField))
            return slot.Now;
        return IsEmpty(slot, typed)
            ? null
            : new(typed.Optional(slot.NameField) ?? "", ContactFields.Read(slot.Key, typed) ?? new());
    }

    // Empty groups of the form are not stored. The paths in findings therefore contain the number of the contact among the stored ones
    // (kept), which may differ from the number of the group in the form.
    private static FieldGroup Group(Slot slot, int kept, TypedFields typed) => new(
        slot.Now?.Name ?? "追加する問い合わせ先",
        [
            RegisterField.Line(
                slot.NameField, $"generalContacts/{Number(kept)}/name", "名称", typed.Text(slot.NameField, slot.Now?.Name)),
            .. ContactFields.Of(slot.Key, $"generalContacts/{Number(kept)}/contact", slot.Now?.Contact, typed),
        ]);

    private static bool IsEmpty(Slot slot, TypedFields typed) =>
        typed.Optional(slot.NameField) is null && ContactFields.Read(slot.Key, typed) is null;

    /// <summary>A group of fields of the form.</summary>
    /// <param name="Key">The prefix of the names of the fields.</param>
    /// <param name="Now">The contact in the register; null in the group for an additional contact.</param>
    private sealed record Slot(string Key, GeneralContact? Now)
    {
        public string NameField => $"{Key}-name";
    }
}
