using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>
/// Parses a header that consists of a fiscal year and an optional word about its figures, such as 平成29年度実績, 実績（平成29年度） or
/// 平成30年度（見込み）. The mark of a note, as in 平成29年度※1, is ignored.
/// </summary>
internal static partial class YearHeader
{
    public static bool TryParse(string foldedHeader, [NotNullWhen(true)] out FiscalYear? year)
    {
        var header = Qualified().Replace(Note().Replace(foldedHeader, ""), "");
        var bare = Enclosed().Match(header) is { Success: true } enclosed ? enclosed.Groups[1].Value : header;
        return FiscalYear.TryParse(English().Replace(bare, ""), out year) || IsNamedTwice(header, out year);
    }

    // Parses a header that names the same year twice, such as 2016年度(平成28年度) or 2016/平成28年度.
    private static bool IsNamedTwice(string header, [NotNullWhen(true)] out FiscalYear? year)
    {
        year = null;
        return Twice().Match(header) is { Success: true } names && FiscalYear.TryParse(names.Groups[1].Value, out var first)
            && FiscalYear.TryParse(names.Groups[2].Value, out var second) && first == second
            && (year = first) is not null;
    }

    /// <summary>Whether the header says that its figures are planned or expected and not actual ones, by words such as 見込み or 目標.</summary>
    public static bool IsOfThePlan(string foldedHeader) => Plan().IsMatch(foldedHeader);

    /// <summary>
    /// Whether the text says only that its figures are planned or expected ones, as 目標 beside 実績, or ends with that in brackets, as
    /// 受講者数（目標）.
    /// </summary>
    public static bool IsPlan(string folded) => PlanAlone().IsMatch(folded);

    /// <summary>Whether the header says only that its figures are actual ones, as 実績 beside 目標.</summary>
    public static bool IsActual(string foldedHeader) => Actual().IsMatch(foldedHeader);

    [GeneratedRegex("^(?:実績|決算)[値数額]?$")]
    private static partial Regex Actual();

    private const string PlanWord = "(?:見込み?|予定|目標|計画|予測|推計|予算)[値数額]?";

    private const string Figures = "(?:実績|見込み?|予定|目標|計画|予測|推計|速報|確定|予算|決算)[値数額]?";

    [GeneratedRegex($@"(?:の?[(【\[]?{Figures}[)】\]]?|\(?末?(?:末|現在|時点)\)?|分|計)$")]
    private static partial Regex Qualified();

    // Matches marks such as ※1, *, (注1) or 注2).
    [GeneratedRegex(@"(?:\(?(?:[※*]|注)[0-9]{0,2}\)?)+$")]
    private static partial Regex Note();

    [GeneratedRegex($@"^(?:{Figures})?[(【\[]([^()]+)[)】\]]$")]
    private static partial Regex Enclosed();

    [GeneratedRegex(@"^FY(?=20[0-9]{2}$)|(?<=^[RHS])[.](?=[0-9])|(?<=[0-9])FY$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex English();

    [GeneratedRegex(@"^([^()/]+)(?:/|(?<open>\())([^()/]+)(?(open)\))$")]
    private static partial Regex Twice();

    [GeneratedRegex("(?:^" + PlanWord + @"|[(【\[〔]" + PlanWord + @"[)】\]〕])$")]
    private static partial Regex PlanAlone();

    [GeneratedRegex("見込|予定|目標|計画|予測|推計|予算")]
    private static partial Regex Plan();
}
