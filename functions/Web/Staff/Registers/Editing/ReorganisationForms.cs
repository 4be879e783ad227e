using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Registers.Editing;

/// <summary>The form for 名称変更: a department continues under a new name.</summary>
public sealed record RenameForm(string Code) : DepartmentOwnForm(Code)
{
    public override string Path => $"{FolderOf(Code)}/rename";

    public override string TitleFor(Register register) => $"{register.Department(Code).Name}の名称変更";

    public override string Lead => "符号、管理番号、公開ページのアドレスは変わりません。前の名称は別名に残り、前の名称で書かれたブックも読めます。";

    public override IReadOnlyList<FieldGroup> GroupsFor(Register register, TypedFields typed) =>
        [new("新しい名称", NameFields.Of("", FolderOf(Code), NameFields.Of(register.Department(Code)), typed))];

    public override EditedRegister Apply(Register register, TypedFields typed, FiscalYear year) =>
        Reorganise(register, new Reorganisation.Rename(Code, NameFields.Read("", typed)), year);
}

/// <summary>The form for 統合: several departments are merged into one of them or into a new one.</summary>
public sealed record MergeForm : RegisterForm
{
    private const string New = "";

    public override string Path => "merge";

    public override string TitleFor(Register register) => "局・区の統合";

    public override string Lead => "統合する局・区の取組は、統合した後の局・区が同じ管理番号で引き継ぎます。";

    public override IReadOnlyList<FieldGroup> GroupsFor(Register register, TypedFields typed)
    {
        IReadOnlyList<(string, string)> all = [.. register.Departments.OrderBy(d => d.Order).Select(d => (d.Code, d.Name))];
        var from = new RegisterField("from", "merge", "統合する局・区", typed
            .All("from", []))
        { Kind = FieldKind.Choices, Options = all, Hint = "二つ以上を選んでください。" };
        var into = new RegisterField("into", "into", "統合した後の局・区", [typed.Text("into")])
        {
            Kind = FieldKind.Choice,
            Options = [(New, "新しい局（下に入力）"), .. all],
            Hint = "統合する局・区の一つが残るときは、その局・区を選んでください。",
        };
        return
        [
            new("何を何に統合するか", [from, into]),
            new("新しい局", [NameFields.Code("new-", typed),
                .. NameFields.Of("new-", $"departments/{NameFields.CodeOf("new-", typed)}", null, typed)])
                { Hint = "統合した後が新しい局のときだけ入力してください。" },
        ];
    }

    public override EditedRegister Apply(Register register, TypedFields typed, FiscalYear year)
    {
        var from = typed.All("from", []);
        var order = register.Departments.Where(d => from.Contains(d.Code)).Select(d => d.Order).DefaultIfEmpty(1).Min();
        var into = register.FindDepartment(typed.Text("into")) ?? NameFields.NewBureau("new-", order, typed);
        return Reorganise(register, new Reorganisation.Merge(from, into), year);
    }
}

/// <summary>The form for 分割: a department is split into several, one of which may be the department itself.</summary>
public sealed record SplitForm(string Code) : DepartmentOwnForm(Code)
{
    private const int Most = 4;

    private const string Stays = "stays";

    public override string Path => $"{FolderOf(Code)}/split";

    public override string TitleFor(Register register) => $"{register.Department(Code).Name}の分割";

    public override string Lead => "これまでの取組は、分割した後のどの局からも、同じ管理番号で報告できます。先に報告した局のものになります。";

    public override IReadOnlyList<FieldGroup> GroupsFor(Register register, TypedFields typed)
    {
        var now = register.Department(Code);
        var stays = new RegisterField("stays", "split", "分割した後も続くか", typed.All("stays", []))
        { Kind = FieldKind.Choices, Options = [(Stays, $"{now.Name}も、同じ符号で続く")] };
        return [new("もとの局・区", [stays]), .. Enumerable.Range(1, Most).Select(n => PartGroup(n, typed))];
    }

    public override EditedRegister Apply(Register register, TypedFields typed, FiscalYear year)
    {
        var now = register.Department(Code);
        var parts = Enumerable.Range(1, Most).Where(n => IsTyped(n, typed))
            .Select(n => NameFields.NewBureau(PrefixOf(n), now.Order, typed));
        Department[] itself = typed.All("stays", []).Count > 0 ? [now] : [];
        return Reorganise(register, new Reorganisation.Split(Code, [.. itself, .. parts]), year);
    }

    private static FieldGroup PartGroup(int number, TypedFields typed) => new($"分割した後の局 {Number(number)}",
    [
        NameFields.Code(PrefixOf(number), typed),
        .. NameFields.Of(PrefixOf(number), $"departments/{NameFields.CodeOf(PrefixOf(number), typed)}", null, typed),
    ])
    { Hint = number > 1 ? "要らないときは、空のままにしてください。" : null };

    private static bool IsTyped(int number, TypedFields typed) =>
        NameFields.CodeOf(PrefixOf(number), typed).Length > 0 || NameFields.Read(PrefixOf(number), typed) != new OfficialName("", "", "");

    private static string PrefixOf(int number) => $"part{Number(number)}-";
}

/// <summary>The form for 廃止: a department is abolished without a successor.</summary>
public sealed record AbolishForm(string Code) : DepartmentOwnForm(Code)
{
    public override string Path => $"{FolderOf(Code)}/abolish";

    public override string TitleFor(Register register) => $"{register.Department(Code).Name}の廃止";

    public override string Lead => "仕事を引き継ぐ局・区があるときは、廃止ではなく統合か分割を使ってください。これまでの報告は公開サイトに残ります。";

    public override IReadOnlyList<FieldGroup> GroupsFor(Register register, TypedFields typed) => [];

    public override EditedRegister Apply(Register register, TypedFields typed, FiscalYear year) =>
        Reorganise(register, new Reorganisation.Abolish(Code), year);
}
