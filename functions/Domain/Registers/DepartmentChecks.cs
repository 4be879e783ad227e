using System.Text.RegularExpressions;

namespace KawasakiServerless.Domain;

/// <summary>Checks the properties of each single department of an edited register.</summary>
internal static partial class DepartmentChecks
{
    private const int LongestReading = 100, MostAliases = 20, MostDivisions = 200, LongestCode = 30;

    public static IEnumerable<RegisterFinding> Of(Department department)
    {
        var field = FieldOf(department.Code);
        return
        [
            .. Code(department),
            .. department.Order > 0 ? [] : (RegisterFinding[])[new($"{field}/order", "建制順が1より小さい数です。", "1からの数にしてください。")],
            .. RegisterTexts.Required($"{field}/name", "名称", department.Name, RegisterTexts.Name),
            .. RegisterTexts.Required($"{field}/kana", "読み", department.Kana, LongestReading),
            .. Form($"{field}/kana", department.Kana, Kana(), new("読みは平仮名だけで書きます。", "平仮名で入力してください。例：ざいせいきょく")),
            .. Form($"{field}/kana", department.Kana, KanaStart(),
                new("読みが平仮名で始まっていません。", "平仮名で入力してください。例：ざいせいきょく")),
            .. RegisterTexts.Required($"{field}/english", "英語名", department.English, LongestReading),
            .. Form($"{field}/english", department.English, English(), new("英語名に半角の英字でない文字があります。", "半角の英数字で入力してください。例：Finance Bureau")),
            .. Ward(department, field),
            .. Aliases(department, field),
            .. DivisionsOf(department, field),
            .. ContactChecks.Of($"{field}/contact", department.Contact),
            .. SupportCenterOf(department, $"{field}/supportCenter"),
        ];
    }

    public static string FieldOf(string code) => $"departments/{code}";

    private static RegisterFinding[] Code(Department department) =>
        department.Code.Length is >= 2 and <= LongestCode && RegisterRules.DepartmentCode().IsMatch(department.Code)
            ? []
            : [new($"{FieldOf(department.Code)}/code", "局・区の符号の形が正しくありません。",
                $"半角の英小文字だけの2字から{RegisterChecks.Number(LongestCode)}字にしてください。例：zaisei")];

    private static RegisterFinding[] Form(string field, string text, Regex form, FindingText wording) =>
        LookalikeCharacters.ShowsNothing(text) || form.IsMatch(text) ? [] : [new(field, wording.Message, wording.Remedy)];

    private static IEnumerable<RegisterFinding> Ward(Department department, string field)
    {
        if (department.IsWard == department.Ward is null)
        {
            yield return new($"{field}/ward", department.IsWard ? "区役所に区の名称がありません。" : "局に区の名称があります。", department.IsWard
                ? "区の名称を入力してください。例：○○区" : "区の名称を消すか、種別を区役所にしてください。");
        }

        if (department.Ward is not null)
        {
            foreach (var finding in RegisterTexts.Required($"{field}/ward", "区の名称", department.Ward, RegisterTexts.Name))
                yield return finding;
        }

        if (department.IsWard && !department.Kana.EndsWith(Department.OfficeKana, StringComparison.Ordinal))
            yield return new($"{field}/kana", "区役所の読みが「やくしょ」で終わっていません。", "「やくしょ」までを平仮名で入力してください。例：○○くやくしょ");
        else if (department.WardKana is "")
            yield return new($"{field}/kana", "区役所の読みに区の読みがありません。", "「やくしょ」の前に区の読みを入力してください。例：○○くやくしょ");
    }

    private static IEnumerable<RegisterFinding> Aliases(Department department, string field) =>
    [
        .. department.Aliases.Index().SelectMany(a => RegisterTexts.Required($"{field}/aliases/{RegisterChecks.Number(a.Index + 1)}",
            "別名", a.Item, RegisterTexts.Name)),
        .. Most($"{field}/aliases", "別名", department.Aliases.Count, MostAliases),
    ];

    private static IEnumerable<RegisterFinding> DivisionsOf(Department department, string field) =>
        department.Divisions is not { } divisions ? [] :
    [
        .. Most($"{field}/divisions", "部・室", divisions.Count, MostDivisions),
        .. divisions.Index().SelectMany(d => RegisterTexts.Required($"{field}/divisions/{RegisterChecks.Number(d.Index + 1)}/name",
            "部・室の名称", d.Item.Name, RegisterTexts.Name)),
        .. divisions.Index().SelectMany(d =>
            ContactChecks.Of($"{field}/divisions/{RegisterChecks.Number(d.Index + 1)}/contact", d.Item.Contact)),
        .. divisions.GroupBy(d => d.Name.Fold(), StringComparer.Ordinal).Where(g => g.Count() > 1)
            .Select(g => new RegisterFinding($"{field}/divisions", $"部・室「{g.First().Name}」が{RegisterChecks.Number(g.Count())}回あります。",
                "一つにまとめてください。")),
    ];

    private static IEnumerable<RegisterFinding> SupportCenterOf(Department department, string field) =>
        department.SupportCenter is not { } center ? [] :
    [
        .. department.IsWard ? [] : (RegisterFinding[])[new(field, "区役所でない局に地域みまもり支援センターがあります。", "区役所の欄に移してください。")],
        .. RegisterTexts.Required($"{field}/name", "地域みまもり支援センターの名称", center.Name, RegisterTexts.Name),
        .. ContactChecks.Of($"{field}/contact", center.Contact),
    ];

    private static RegisterFinding[] Most(string field, string label, int count, int most) => count <= most
        ? []
        : [new(field, $"{label}が{RegisterChecks.Number(count)}件あります。", $"{RegisterChecks.Number(most)}件までにしてください。")];

    [GeneratedRegex(@"\A[ぁ-ゖー・]+\z")]
    private static partial Regex Kana();

    // The index of words (ことばの索引) sorts readings by their first kana, which ー and ・ are not.
    [GeneratedRegex(@"\A[^ー・]")]
    private static partial Regex KanaStart();

    [GeneratedRegex(@"\A[A-Za-z][A-Za-z0-9 ,.&'()/-]*\z")]
    private static partial Regex English();

    private sealed record FindingText(string Message, string Remedy);
}
