using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Registers;

/// <summary>
/// Describes which consequences a change of departments will have for record ids (管理番号), public addresses and roles. The descriptions
/// are shown before the change is saved.
/// </summary>
internal static class RegisterConsequences
{
    /// <param name="before">The present register.</param>
    /// <param name="after">The edited register that is not saved yet.</param>
    /// <param name="year">The year from which the change applies.</param>
    public static IReadOnlyList<string> Of(Register before, Register after, FiscalYear year) =>
    [
        .. Renamed(before, after),
        .. (after.Successions ?? []).Except(before.Successions ?? []).SelectMany(s => OfSuccession(s, after, year)),
        .. after.Departments.Where(d => before.FindDepartment(d.Code) is null)
            .Select(d => $"{d.Name}の担当者がサインインするには、役割「Department.{d.Code}」が必要です。"),
    ];

    private static IEnumerable<string> Renamed(Register before, Register after) =>
        from department in after.Departments
        let old = before.FindDepartment(department.Code)
        where old is not null && old.Name != department.Name
        select $"{old.Name}は{department.Name}になります。符号「{old.Code}」、管理番号、公開ページのアドレスは変わりません。"
            + (department.Aliases.Contains(old.Name) ? "前の名称で書かれたブックも読み取れます。" : "");

    private static IEnumerable<string> OfSuccession(Succession succession, Register after, FiscalYear year)
    {
        var names = string.Join("、", succession.Successors.Select(code => after.FindDepartment(code)?.Name ?? code));
        yield return succession.Successors.Count == 0
            ? $"{succession.Name}の取組を引き継ぐ局・区はありません。{year.Previous.Label}までの報告は公開サイトに残ります。"
            : $"{succession.Name}の取組は、{year.Label}から{names}が引き継ぎます。管理番号（{succession.Code}-0001など）は変わりません。";
        yield return AddressOf(succession, names);
        if (!succession.Continues)
            yield return $"{succession.Name}の担当者の役割「Department.{succession.Code}」では、{year.Label}の報告を提出できなくなります。";
    }

    private static string AddressOf(Succession succession, string names) => succession switch
    {
        { Continues: true } => $"公開サイトの{succession.Name}のページ（/departments/{succession.Code}/）は、そのまま残ります。",
        { Successors.Count: 1 } => $"公開サイトの{succession.Name}のページ（/departments/{succession.Code}/）を開いた人は、{names}のページに移ります。",
        { Successors.Count: > 1 } => $"公開サイトの{succession.Name}のページ（/departments/{succession.Code}/）には、{names}への案内が出ます。",
        _ => $"公開サイトの{succession.Name}のページ（/departments/{succession.Code}/）を開いた人は、局・区の一覧に移ります。",
    };
}
