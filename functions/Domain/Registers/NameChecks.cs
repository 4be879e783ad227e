using System.Buffers;

namespace KawasakiServerless.Domain;

/// <summary>
/// Checks that every name and alias, normalized by <see cref="Folding.FoldWithoutSpaces"/>, identifies one department only. Otherwise lists
/// of partners and divisions, which contain names and no codes, could not be parsed.
/// </summary>
internal static class NameChecks
{
    // The characters that separate names both in lists of partners and in lists of divisions, so no name may contain them. ・ is allowed,
    // although it separates partners, because official names such as 人権・男女共同参画室 contain it.
    private static readonly SearchValues<char> Separators = SearchValues.Create("、､,，;；/／");

    private static readonly string[] NamingNobody =
        ["全局", "各局", "全庁", "全局区", "各局区", "全区役所", "各区役所", "7区役所", "区役所", "全区", "各区", "7区", "区", "等", "など", "ほか", "その他"];

    public static IEnumerable<RegisterFinding> Of(Register draft)
    {
        var names = NamesOf(draft).ToList();
        return [.. names.SelectMany(OfOne), .. Duplicates(names), .. Wards(draft)];
    }

    private static IEnumerable<RegisterFinding> OfOne(Named name)
    {
        if (name.Text.AsSpan().ContainsAny(Separators))
            yield return new(name.Field, $"「{name.Text}」に、並べて書くときの区切りの記号があります。", "「、」「,」「;」「/」を除いてください。");
        if (NamingNobody.Contains(name.Folded))
            yield return new(name.Field, $"「{name.Text}」は、特定の局・区を指さない言葉です。", "正式な名称か、ほかの言葉にしてください。");
    }

    private static IEnumerable<RegisterFinding> Duplicates(List<Named> names) =>
        from same in names.Where(n => n.Folded.Length > 0).GroupBy(n => n.Folded, StringComparer.Ordinal)
        where same.Count() > 1
        let last = same.Last()
        let others = string.Join("、", same.SkipLast(1).Select(n => n.Of).Distinct())
        select new RegisterFinding(last.Field, $"名称「{last.Text}」は、{others}の名称か別名にもあります。", "全角と半角や空白を変えても同じ名称になります。一つの局・区だけに残してください。");

    private static IEnumerable<RegisterFinding> Wards(Register draft) => draft.Departments.Where(d => d.Ward is not null)
        .GroupBy(d => d.Ward.Fold(), StringComparer.Ordinal)
        .Where(g => g.Count() > 1)
        .Select(g => new RegisterFinding($"{DepartmentChecks.FieldOf(g.Last().Code)}/ward",
            $"区「{g.Last().Ward}」の区役所が{RegisterChecks.Number(g.Count())}件あります。", "区ごとに一つの区役所にしてください。"));

    private static IEnumerable<Named> NamesOf(Register draft) =>
    [
        .. draft.Ends().SelectMany(s => OfEnded(s, draft)),
        .. draft.Departments.Select(d => new Named($"{DepartmentChecks.FieldOf(d.Code)}/name", d.Name, d.Name)),
        .. draft.Departments.SelectMany(d => d.Aliases.Index().Select(a =>
            new Named($"{DepartmentChecks.FieldOf(d.Code)}/aliases/{RegisterChecks.Number(a.Index + 1)}", a.Item, d.Name))),
    ];

    // Returns the names of a department that no longer exists, except those that a successor also has, because a successor may keep them.
    private static IEnumerable<Named> OfEnded(Succession ended, Register draft)
    {
        var heirs = draft.SuccessorsOf(ended.Code).SelectMany(d => d.FoldedNames()).ToHashSet(StringComparer.Ordinal);
        return ended.Aliases.Prepend(ended.Name).Where(n => !heirs.Contains(n.Fold()))
            .Select(n => new Named($"successions/{ended.Code}/name", n, $"改編前の{ended.Name}"));
    }

    private sealed record Named(string Field, string Text, string Of)
    {
        public string Folded { get; } = Text.FoldWithoutSpaces();
    }
}
