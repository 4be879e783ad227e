using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Registers.Editing;

/// <summary>The form that adds a department without a predecessor.</summary>
public sealed record NewDepartmentForm : RegisterForm
{
    private const string Ward = "ward", Bureau = "bureau";

    public override string Path => "new-department";

    public override string TitleFor(Register register) => "局・区の追加";

    public override string Lead => "これまでの局・区の仕事を引き継ぐときは、「改編」の統合か分割を使ってください。";

    public override IReadOnlyList<FieldGroup> GroupsFor(Register register, TypedFields typed)
    {
        var folder = $"departments/{NameFields.CodeOf("", typed)}";
        var next = Number(register.Departments.Select(d => d.Order).DefaultIfEmpty().Max() + 1);
        var kind = new RegisterField("kind", $"{folder}/kind", "種別", [typed.Text("kind", Bureau)])
        { Kind = FieldKind.Choice, Options = [(Bureau, "局"), (Ward, "区役所")] };
        var ward = RegisterField.Line("ward", $"{folder}/ward", "区の名称", typed.Text("ward")) with { Hint = "区役所のときだけ入力してください。例：○○区" };
        return
        [
            new("名称", [NameFields.Code("", typed),
                .. NameFields.Of("", folder, null, typed), DepartmentForm.AliasField(null, folder, typed)]),
            new("種別と並び", [kind, ward, DepartmentForm.OrderField(folder, next, typed)]),
            new("連絡先", ContactFields.Of("contact", $"{folder}/contact", null, typed)) { Hint = "公開サイトに載ります。分からない項目は空のままにしてください。" },
        ];
    }

    public override EditedRegister Apply(Register register, TypedFields typed, FiscalYear year)
    {
        var (name, code) = (NameFields.Read("", typed), NameFields.CodeOf("", typed));
        var (order, findings) = DepartmentForm.ReadOrder($"departments/{code}", typed, register.Departments.Max(d => d.Order) + 1);
        var kind = typed.Text("kind") == Ward ? DepartmentKind.Ward : DepartmentKind.Bureau;
        Department added = new(order, code, name.Name, name.Kana, name.English, kind, typed.Optional("ward"), typed.Lines("aliases"))
        {
            Contact = ContactFields.Read("contact", typed),
        };
        return new(register with { Departments = [.. register.Departments.Append(added).OrderBy(d => d.Order)] }, findings);
    }
}
