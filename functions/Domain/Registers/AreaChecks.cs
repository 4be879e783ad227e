namespace KawasakiServerless.Domain;

/// <summary>
/// Checks the viewpoints and policy areas of an edited register. Neither a viewpoint of the previous version of the register nor a policy
/// area to which records of the year refer may be removed.
/// </summary>
internal static class AreaChecks
{
    private const int LongestCode = 40;

    public static IEnumerable<RegisterFinding> Of(Register draft, RegisterContext context) =>
    [
        .. draft.PolicyAreas.SelectMany(OfArea),
        .. Twice(draft.PolicyAreas.Select(a => a.Code), code => new($"policyAreas/{code}/code", $"施策の符号「{code}」が2回以上あります。",
            "施策ごとに別の符号にしてください。")),
        .. Twice(draft.PolicyAreas.Select(a => a.Name.Fold()), name => new("policyAreas", $"施策の名称「{name}」が2回以上あります。", "施策ごとに別の名称にしてください。")),
        .. context.Use.PolicyAreas.Where(code => draft.PolicyAreas.All(a => a.Code != code)).Select(code => AreaInUse(code, context)),
        .. draft.Viewpoints.SelectMany(v => OfViewpoint(v, draft)),
        .. Twice(draft.Viewpoints.Select(v => RegisterChecks.Number(v.Number)), n => new($"viewpoints/{n}/number", $"視点{n}が2回以上あります。",
            "視点ごとに別の番号にしてください。")),
        .. context.Before.Viewpoints.Select(v => v.Number).Union(context.Use.Viewpoints)
            .Where(n => draft.Viewpoints.All(v => v.Number != n)).Select(n => ViewpointGone(n, context)),
    ];

    private static IEnumerable<RegisterFinding> OfArea(PolicyArea area) =>
    [
        .. area.Code.Length <= LongestCode && RegisterRules.AreaCode().IsMatch(area.Code)
            ? []
            : (RegisterFinding[])[new($"policyAreas/{area.Code}/code", "施策の符号の形が正しくありません。",
                $"半角の英小文字とハイフンだけの{RegisterChecks.Number(LongestCode)}字までにしてください。例：community-welfare")],
        .. RegisterTexts.Required($"policyAreas/{area.Code}/name", "施策の名称", area.Name, RegisterTexts.Name),
    ];

    private static IEnumerable<RegisterFinding> OfViewpoint(Viewpoint viewpoint, Register draft)
    {
        var field = $"viewpoints/{RegisterChecks.Number(viewpoint.Number)}";
        return
        [
            .. viewpoint.Number > 0 ? [] : (RegisterFinding[])[new($"{field}/number", "視点の番号が1より小さい数です。", "1からの数にしてください。")],
            .. RegisterTexts.Required($"{field}/title", "視点の題名", viewpoint.Title, RegisterTexts.Sentence),
            .. RegisterTexts.Required($"{field}/shortName", "視点の短い名称", viewpoint.ShortName, RegisterTexts.Name),
            .. viewpoint.PolicyAreas.Where(code => draft.PolicyAreas.All(a => a.Code != code))
                .Select(code => new RegisterFinding($"{field}/policyAreas",
                    $"視点{RegisterChecks.Number(viewpoint.Number)}の施策「{code}」が台帳にありません。", "台帳にある施策から選んでください。")),
            .. Twice(viewpoint.PolicyAreas, code => new($"{field}/policyAreas",
                $"視点{RegisterChecks.Number(viewpoint.Number)}に施策「{code}」が2回以上あります。", "一つにまとめてください。")),
        ];
    }

    private static RegisterFinding AreaInUse(string code, RegisterContext context) => new(
        $"policyAreas/{code}",
        $"施策「{context.Before.PolicyAreas.FirstOrDefault(a => a.Code == code)?.Name ?? code}」は{context.Year.Label}の報告に使われているため、除けません。",
        "施策を残してください。名称は変えられます。");

    private static RegisterFinding ViewpointGone(int number, RegisterContext context) => new(
        $"viewpoints/{RegisterChecks.Number(number)}",
        $"視点{RegisterChecks.Number(number)}がなくなっています。{context.Year.Label}の報告は、これまでの視点ごとにまとめられます。",
        "視点を残してください。題名は変えられます。");

    private static IEnumerable<RegisterFinding> Twice(IEnumerable<string> values, Func<string, RegisterFinding> finding) =>
        values.Where(v => v.Length > 0).GroupBy(v => v, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => finding(g.Key));
}
