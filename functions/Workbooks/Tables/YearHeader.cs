using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using KawasakiServerless.Domain;

namespace KawasakiServerless.Workbooks.Tables;

/// <summary>
/// Parses a header that consists of a fiscal year and an optional word about its figures, such as 平成29年度実績 or 平成30年度（見込み）.
/// </summary>
internal static partial class YearHeader
{
    public static bool TryParse(string foldedHeader, [NotNullWhen(true)] out FiscalYear? year) =>
        FiscalYear.TryParse(Qualified().Replace(foldedHeader, ""), out year);

    /// <summary>Whether the header says that its figures are planned or expected and not actual ones, by words such as 見込み or 目標.</summary>
    public static bool IsOfThePlan(string foldedHeader) => Plan().IsMatch(foldedHeader);

    [GeneratedRegex(@"(?:の?\(?(?:実績|見込み?|予定|目標|計画|予測|推計|速報)[値数]?\)?|\(?(?:末|末現在|現在)\)?)$")]
    private static partial Regex Qualified();

    [GeneratedRegex("見込|予定|目標|計画|予測|推計")]
    private static partial Regex Plan();
}
