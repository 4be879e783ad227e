using KawasakiServerless.Site.Readability;

namespace KawasakiServerless.Site.Data;

/// <summary>
/// The reasons why a file is published although it breaks a machine-readability rule. The open-data page shows them (100点でない理由).
/// </summary>
internal static class ReadabilityReasons
{
    private const string InWords = "数値を文章で報告した欄に、その文章を示しているためです。プログラムからは表indicator-valuesを使えます。";

    private const string ForPeople = "人が読むための一覧表で、列の名前が日本語で、年度を列に並べているためです。プログラムからは表indicator-valuesを使えます。";

    // The rules that indicators-wide.xlsx breaks on purpose, because it is written for human readers.
    private static readonly Dictionary<string, string> OfWide = new(StringComparer.Ordinal)
    {
        ["L2-01"] = InWords,
        ["L3-07"] = ForPeople,
        ["L3-08"] = ForPeople,
        ["L3-09"] = ForPeople,
    };

    /// <returns>The explanation, shown to readers, of why the file does not meet the rule. Null if there is no acceptable explanation; the
    /// file must then not be published.</returns>
    public static string? Of(string file, RuleResult result) =>
        file == DataFile.Wide && OfWide.TryGetValue(result.Rule.Id, out var reason) ? reason
        : result.Check.Subject == RuleSubject.Form ? null
        : OpenedFile.KindOf(file) == FileKind.Json ? "JSONでは、局・区が提出した文字をそのまま公開しているためです。"
        : "局・区が書いた言葉を、変えずに公開しているためです。";
}
