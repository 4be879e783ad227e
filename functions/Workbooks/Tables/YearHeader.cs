using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>
/// Parses a header that consists of a fiscal year and an optional word about its figures, such as 平成29年度実績 or 平成30年度（見込み）.
/// </summary>
internal static partial class YearHeader
{
    public static bool TryParse(string foldedHeader, [NotNullWhen(true)] out FiscalYear? year)
    {
        var header = Qualified().Replace(foldedHeader, "");
        return FiscalYear.TryParse(English().Replace(header, ""), out year) || IsNamedTwice(header, out year);
    }

    // Parses a header that names the same year twice, such as 2016年度(平成28年度).
    private static bool IsNamedTwice(string header, [NotNullWhen(true)] out FiscalYear? year)
    {
        year = null;
        return Twice().Match(header) is { Success: true } names && FiscalYear.TryParse(names.Groups[1].Value, out var first)
            && FiscalYear.TryParse(names.Groups[2].Value, out var second) && first == second
            && (year = first) is not null;
    }

    /// <summary>Whether the header says that its figures are planned or expected and not actual ones, by words such as 見込み or 目標.</summary>
    public static bool IsOfThePlan(string foldedHeader) => Plan().IsMatch(foldedHeader);

    [GeneratedRegex(@"(?:の?\(?(?:実績|見込み?|予定|目標|計画|予測|推計|速報)[値数]?\)?|\(?(?:末|末現在|現在)\)?)$")]
    private static partial Regex Qualified();

    [GeneratedRegex("^FY(?=20[0-9]{2}$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex English();

    [GeneratedRegex(@"^([^()]+)\(([^()]+)\)$")]
    private static partial Regex Twice();

    [GeneratedRegex("見込|予定|目標|計画|予測|推計")]
    private static partial Regex Plan();
}
