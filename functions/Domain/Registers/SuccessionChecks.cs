using System.Globalization;

namespace KawasakiServerless.Domain;

/// <summary>
/// Checks successions. Existing successions describe past reorganisations, so they must not be changed or removed. Every successor must be
/// a department of the register, or a former department with a succession of its own.
/// </summary>
internal static class SuccessionChecks
{
    private const int Most = 500;

    public static IEnumerable<RegisterFinding> Of(Register draft, RegisterContext context)
    {
        var all = draft.Successions ?? [];
        return
        [
            .. all.Count <= Most ? [] : (RegisterFinding[])[new("successions", $"改編の記録が{RegisterChecks.Number(all.Count)}件あります。",
                $"{RegisterChecks.Number(Most)}件までにしてください。")],
            .. all.SelectMany(s => OfOne(s, draft, context)),
            .. all.GroupBy(s => (s.Code, s.Continues ? s.From : 0)).Where(g => g.Count() > 1)
                .Select(g => new RegisterFinding(FieldOf(g.First()), $"「{g.First().Name}」の改編の記録が{RegisterChecks.Number(g.Count())}回あります。",
                    "一つにまとめてください。")),
            .. (context.Before.Successions ?? []).Where(s => !all.Contains(s))
                .Select(s => new RegisterFinding(FieldOf(s), $"「{s.Name}」の改編の記録が消えているか、変わっています。", "前の版の記録をそのまま残してください。")),
        ];
    }

    private static IEnumerable<RegisterFinding> OfOne(Succession succession, Register draft, RegisterContext context)
    {
        var field = FieldOf(succession);
        return
        [
            .. RegisterRules.DepartmentCode().IsMatch(succession.Code) ? [] : (RegisterFinding[])[new($"{field}/code",
                "改編前の局・区の符号の形が正しくありません。", "半角の英小文字だけにしてください。")],
            .. RegisterTexts.Required($"{field}/name", "改編前の名称", succession.Name, RegisterTexts.Name),
            .. succession.Aliases.SelectMany(a => RegisterTexts.Required($"{field}/aliases", "改編前の別名", a, RegisterTexts.Name)),
            .. RegisterTexts.Optional($"{field}/ward", "改編前の区の名称", succession.Ward, RegisterTexts.Name),
            .. Years(succession, context, field),
            .. Successors(succession, draft, field),
        ];
    }

    private static IEnumerable<RegisterFinding> Years(Succession succession, RegisterContext context, string field)
    {
        if (context.Before.Successions?.Contains(succession) != true && succession.From != context.Year.Year)
            yield return new($"{field}/from", $"「{succession.Name}」の改編が{Number(succession.From)}年度からになっています。",
                $"この台帳の年度（{context.Year.Label}）からにしてください。");
    }

    private static IEnumerable<RegisterFinding> Successors(Succession succession, Register draft, string field)
    {
        foreach (var code in succession.Successors.Where(c => draft.FindDepartment(c) is null && draft.Ends().All(s => s.Code != c)))
            yield return new($"{field}/successors", $"「{succession.Name}」の後継の「{code}」が台帳にありません。", "台帳にある局・区から選んでください。");
        if (succession.Successors.Distinct().Count() < succession.Successors.Count)
            yield return new($"{field}/successors", $"「{succession.Name}」の後継に同じ局・区が2回あります。", "一つにまとめてください。");
        if (!succession.Continues && succession.Successors.Count > 0 && draft.SuccessorsOf(succession.Code).Count == 0
            && IsCircular(succession, draft))
            yield return new($"{field}/successors", $"「{succession.Name}」の後継をたどると、元に戻ります。", "今ある局・区を後継にしてください。");
    }

    private static bool IsCircular(Succession succession, Register draft) =>
        draft.LineageOf(succession.Code).Intersect(succession.Successors).Any();

    private static string FieldOf(Succession succession) => $"successions/{succession.Code}";

    private static string Number(int year) => year.ToString(CultureInfo.InvariantCulture);
}
