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
        .. register.Department(Code).Divisions!.Select((division, at) => new FieldGroup(division.Name,
            ContactFields.Of(Number(at + 1), $"{FolderOf(Code)}/divisions/{Number(at + 1)}/contact", division.Contact, typed))),
    ];

    public override EditedRegister Apply(Register register, TypedFields typed, FiscalYear year)
    {
        var now = register.Department(Code);
        EquatableList<Division> divisions =
            [.. now.Divisions!.Select((d, at) => d with { Contact = ContactFields.Read(Number(at + 1), typed) })];
        return new(With(register, now with { Divisions = divisions }), []);
    }
}
