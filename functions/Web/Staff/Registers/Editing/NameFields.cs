using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Registers.Editing;

/// <summary>The form fields of a department's official names (名称・読み・英語名).</summary>
internal static class NameFields
{
    /// <param name="prefix">The prefix of the names of the form fields.</param>
    /// <param name="folder">The path of the department in the register, such as departments/zaisei.</param>
    /// <param name="now">The names in the register; null for a new department.</param>
    /// <param name="typed">The content of the submitted form.</param>
    public static IReadOnlyList<RegisterField> Of(string prefix, string folder, OfficialName? now, TypedFields typed) =>
    [
        RegisterField.Line($"{prefix}name", $"{folder}/name", "名称", typed.Text($"{prefix}name", now?.Name)),
        RegisterField.Line($"{prefix}kana", $"{folder}/kana", "読み", typed.Text($"{prefix}kana", now?.Kana))
            with { Hint = "平仮名で入力してください。" },
        RegisterField.Line($"{prefix}english", $"{folder}/english", "英語名", typed.Text($"{prefix}english", now?.English))
            with { Hint = "半角の英数字で入力してください。" },
    ];

    public static RegisterField Code(string prefix, TypedFields typed) =>
        RegisterField.Line($"{prefix}code", $"departments/{CodeOf(prefix, typed)}/code", "符号", typed.Text($"{prefix}code")) with
        {
            Hint = "半角の英小文字だけの、名称のローマ字など。管理番号とアドレスに使い、あとから変えられません。",
        };

    public static string CodeOf(string prefix, TypedFields typed) => typed.Optional($"{prefix}code") ?? "";

    public static OfficialName Read(string prefix, TypedFields typed) => new(
        typed.Optional($"{prefix}name") ?? "", typed.Optional($"{prefix}kana") ?? "", typed.Optional($"{prefix}english") ?? "");

    public static OfficialName Of(Department department) => new(department.Name, department.Kana, department.English);

    /// <summary>Creates a bureau from the typed names and code, at the given position in the official order.</summary>
    public static Department NewBureau(string prefix, int order, TypedFields typed)
    {
        var name = Read(prefix, typed);
        return new(order, CodeOf(prefix, typed), name.Name, name.Kana, name.English, DepartmentKind.Bureau, null, []);
    }
}
