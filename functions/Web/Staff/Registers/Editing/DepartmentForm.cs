using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Registers.Editing;

/// <summary>The form for a department: names, position in the official order, aliases, divisions and contact.</summary>
public sealed record DepartmentForm(string Code) : DepartmentOwnForm(Code)
{
    public override string Path => FolderOf(Code);

    public override string TitleFor(Register register) => $"{register.Department(Code).Name}の編集";

    public override string Lead => "局・区の名称が変わったときは「改編」の「名称変更」を使うと、前の名称が別名に残ります。";

    public override IReadOnlyList<FieldGroup> GroupsFor(Register register, TypedFields typed)
    {
        var (now, folder) = (register.Department(Code), FolderOf(Code));
        return
        [
            new("名称", [.. NameFields.Of("", folder, NameFields.Of(now), typed),
                .. WardField(now, folder, typed), AliasField(now, folder, typed)]),
            new("並びと部・室", [OrderField(folder, Number(now.Order), typed), DivisionField(now, folder, typed)]),
            new("連絡先", ContactFields.Of("contact", $"{folder}/contact", now.Contact, typed))
                { Hint = "公開サイトに載ります。分からない項目は空のままにしてください。" },
        ];
    }

    public override EditedRegister Apply(Register register, TypedFields typed, FiscalYear year)
    {
        var (now, name) = (register.Department(Code), NameFields.Read("", typed));
        var (order, findings) = ReadOrder(FolderOf(Code), typed, now.Order);
        return new(With(register, now with
        {
            Order = order,
            Name = name.Name,
            Kana = name.Kana,
            English = name.English,
            Ward = now.IsWard ? typed.Optional("ward") ?? "" : null,
            Aliases = typed.Lines("aliases"),
            Divisions = DivisionsIn(now.Divisions, typed.Lines("divisions")),
            Contact = ContactFields.Read("contact", typed),
        }), findings);
    }

    internal static RegisterField OrderField(string folder, string now, TypedFields typed) =>
        RegisterField.Line("order", $"{folder}/order", "建制順", typed.Text("order", now)) with { Hint = "一覧での順番です。ほかと重ならない数にしてください。" };

    internal static (int Order, EquatableList<RegisterFinding> Findings) ReadOrder(string folder, TypedFields typed, int otherwise) =>
        typed.Number("order") is { } order
            ? (order, []) : (otherwise, [new($"{folder}/order", "建制順が数ではありません。", "1からの数を入力してください。")]);

    internal static RegisterField AliasField(Department? now, string folder, TypedFields typed) =>
        RegisterField.Lines("aliases", $"{folder}/aliases", "別名", typed.Text("aliases", Joined(now?.Aliases))) with
        {
            Hint = "ブックや連携先の欄で、この局・区として読み取る書き方です。1行に一つずつ入力してください。",
        };

    private static RegisterField DivisionField(Department now, string folder, TypedFields typed) =>
        RegisterField.Lines("divisions", $"{folder}/divisions", "部・室", typed.Text("divisions", Joined(now.Divisions?.Select(d => d.Name))))
            with
        { Hint = "局・区の名称を付けずに、1行に一つずつ入力してください。" };

    private static RegisterField[] WardField(Department now, string folder, TypedFields typed) => now.IsWard
        ? [RegisterField.Line("ward", $"{folder}/ward", "区の名称", typed.Text("ward", now.Ward)) with { Hint = "例：○○区" }] : [];

    // The form contains only the names of the divisions. A division whose name is still in the list keeps its contact. If the number of
    // names is unchanged, a new name renames the division that was at the same position and is no longer in the list, and the renamed
    // division keeps its contact. Any other new name adds a division without a contact.
    private static EquatableList<Division>? DivisionsIn(EquatableList<Division>? now, EquatableList<string> names) =>
        names.Count == 0 ? now is null ? null : [] : [.. names.Select((name, at) => DivisionOf(now ?? [], names, at))];

    private static Division DivisionOf(EquatableList<Division> now, EquatableList<string> names, int at)
    {
        if (now.FirstOrDefault(d => d.Name == names[at]) is { } known)
            return known;
        var renamed = now.Count == names.Count && !names.Contains(now[at].Name) ? now[at] : new("");
        return renamed with { Name = names[at] };
    }

    private static string Joined(IEnumerable<string>? lines) => string.Join('\n', lines ?? []);
}
