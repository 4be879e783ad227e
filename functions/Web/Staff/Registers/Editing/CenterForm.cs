using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Registers.Editing;

/// <summary>The form for a ward's community support center (地域みまもり支援センター).</summary>
public sealed record CenterForm(string Code) : DepartmentOwnForm(Code)
{
    public override string Path => $"{FolderOf(Code)}/center";

    public override string TitleFor(Register register) => $"{register.Department(Code).Ward}の地域みまもり支援センター";

    public override string Lead => "公開サイトの区のページに載ります。名称を空にすると、載らなくなります。";

    public override bool Fits(Register register) => register.FindDepartment(Code) is { IsWard: true };

    public override IReadOnlyList<FieldGroup> GroupsFor(Register register, TypedFields typed)
    {
        var (now, folder) = (register.Department(Code).SupportCenter, $"{FolderOf(Code)}/supportCenter");
        var name = RegisterField.Line("name", $"{folder}/name", "名称", typed.Text("name", now?.Name));
        return [new("名称", [name]), new("連絡先", ContactFields.Of("contact", $"{folder}/contact", now?.Contact, typed))];
    }

    public override EditedRegister Apply(Register register, TypedFields typed, FiscalYear year)
    {
        var (name, contact) = (typed.Optional("name"), ContactFields.Read("contact", typed));
        var center = name is null && contact is null ? null : new SupportCenter(name ?? "", contact ?? new());
        return new(With(register, register.Department(Code) with { SupportCenter = center }), []);
    }
}
