namespace KawasakiServerless.Domain;

/// <summary>
/// Checks department codes. They are a permanent part of URLs and of record ids (管理番号), so a code must never be reused for another
/// department.
/// </summary>
internal static class CodeChecks
{
    public static IEnumerable<RegisterFinding> Of(Register draft, RegisterContext context) =>
    [
        .. Twice(draft),
        .. SameOrder(draft),
        .. draft.Departments.Where(d => draft.Ends().Any(s => s.Code == d.Code)).Select(d => Reused(d.Code)),
        .. draft.Departments.Where(d => draft.Ends().All(s => s.Code != d.Code)).SelectMany(d => OtherDepartment(d, context.Before)),
        .. context.Before.Departments.Where(d => draft.FindDepartment(d.Code) is null).SelectMany(d => Removed(d, draft, context)),
    ];

    private static IEnumerable<RegisterFinding> Twice(Register draft) => draft.Departments.GroupBy(d => d.Code, StringComparer.Ordinal)
        .Where(g => g.Count() > 1)
        .Select(g => new RegisterFinding($"{DepartmentChecks.FieldOf(g.Key)}/code",
            $"局・区の符号「{g.Key}」が{RegisterChecks.Number(g.Count())}回あります。", "局・区ごとに別の符号にしてください。"));

    private static IEnumerable<RegisterFinding> SameOrder(Register draft) => draft.Departments.GroupBy(d => d.Order)
        .Where(g => g.Count() > 1)
        .Select(g => new RegisterFinding(
            $"{DepartmentChecks.FieldOf(g.Last().Code)}/order",
                $"建制順{RegisterChecks.Number(g.Key)}番が{string.Join("と", g.Select(d => d.Name))}にあります。", "局・区ごとに別の順番にしてください。"));

    private static RegisterFinding Reused(string code) => new(
        $"{DepartmentChecks.FieldOf(code)}/code", $"符号「{code}」は、前にあった局・区のものです。", "前の取組の管理番号と混ざらないように、新しい符号にしてください。");

    // If the name that belongs to a code changes and the old name is not kept as an alias, the code may have been reused for another
    // department.
    private static IEnumerable<RegisterFinding> OtherDepartment(Department department, Register before)
    {
        if (before.Ends().Any(s => s.Code == department.Code))
            yield return Reused(department.Code);
        if (before.FindDepartment(department.Code) is not { } old || department.FoldedNames().Contains(old.Name.Fold()))
            yield break;
        yield return new(
            $"{DepartmentChecks.FieldOf(department.Code)}/name",
            $"符号「{department.Code}」は「{old.Name}」のものですが、その名称が残っていません。",
            $"名称の変更であれば、別名に「{old.Name}」を加えてください。別の局・区であれば、新しい符号にしてください。");
    }

    private static IEnumerable<RegisterFinding> Removed(Department department, Register draft, RegisterContext context)
    {
        var field = DepartmentChecks.FieldOf(department.Code);
        var submissions = context.Use.Submissions.Where(s => s.Department == department.Code).Select(s => s.Submission).ToList();
        if (submissions.Count > 0)
        {
            yield return new(
                field, $"{department.Name}は{context.Year.Label}の報告を提出しているため、除けません（受付番号 {string.Join("、", submissions)}）。",
                    "この年度の台帳には残し、次の年度の台帳で改編してください。");
        }

        if (context.Use.Wards.Contains(department.Code))
            yield return new(field, $"{department.Ward ?? department.Name}の取組が{context.Year.Label}の報告にあるため、除けません。",
                "次の年度の台帳で改編するか、先に報告からその取組を除いてください。");
        if (draft.Ends().All(s => s.Code != department.Code))
            yield return new(field, $"{department.Name}がなくなっていますが、後継の局・区が決められていません。", "統合、分割又は廃止の操作で除いてください。");
    }
}
