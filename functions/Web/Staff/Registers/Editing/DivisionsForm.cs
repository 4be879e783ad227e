using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Registers.Editing;

/// <summary>The form for the contact details of a department's divisions (部・室).</summary>
public sealed record DivisionsForm(string Code) : DepartmentOwnForm(Code)
{
    public override string Path => $"{FolderOf(Code)}/divisions";

    public override string TitleFor(Register register) => $"{register.Department(Code).Name}の部・室の連絡先";

    public override string Lead => "部・室を増やすときや名称を変えるときは、局・区の編集の画面を使ってください。";

    public override bool Fits(Register register) => register.FindDepartment(Code) is { Divisions.Count: > 0 };

    public override IReadOnlyList<FieldGroup> GroupsFor(Register register, TypedFields typed) =>
    [
        .. DivisionsOf(register).Select((d, at) => new FieldGroup(d.Division.Name,
            ContactFields.Of(d.Key, $"{FolderOf(Code)}/divisions/{Number(at + 1)}/contact", d.Division.Contact, typed))),
    ];

    public override EditedRegister Apply(Register register, TypedFields typed, FiscalYear year)
    {
        EquatableList<Division> divisions = [.. DivisionsOf(register).Select(d => d.Division with
        {
            Contact = ContactFields.Read(d.Key, d.Division.Contact, typed),
        })];
        return new(With(register, register.Department(Code) with { Divisions = divisions }), []);
    }

    private IEnumerable<(string Key, Division Division)> DivisionsOf(Register register)
    {
        var divisions = register.Department(Code).Divisions!;
        return FieldKeys.Of(divisions.Select(d => d.Name)).Zip(divisions);
    }
}
