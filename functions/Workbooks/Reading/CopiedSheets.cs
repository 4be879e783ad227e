using System.Text.RegularExpressions;
using KawasakiServerless.Workbooks.Layout;
using KawasakiServerless.Workbooks.Problems;
using KawasakiServerless.Workbooks.Spreadsheets;

namespace KawasakiServerless.Workbooks.Reading;

/// <summary>
/// Reports sheets whose name is that of another sheet with a sign of a copy or an earlier version, such as 視点別取組 (2) or 視点別取組（旧）, and
/// sheets named like an example, such as 記入例. Their records are read like all others.
/// </summary>
internal static partial class CopiedSheets
{
    /// <param name="read">The sheets from which records are read.</param>
    public static void Report(IEnumerable<SheetPlace> read, ProblemLog log)
    {
        var names = read.Distinct().ToLookup(p => TemplateColumn.FoldHeader(p.Name), StringComparer.Ordinal);
        foreach (var name in names)
        {
            foreach (var place in name.Where(_ => Example().IsMatch(name.Key)))
                log.Add(FileFindings.SheetOfExample(), place);
            if (Copy().Match(name.Key) is { Success: true } copy && names[copy.Groups["of"].Value].FirstOrDefault() is { } original)
            {
                foreach (var place in name)
                    log.Add(FileFindings.SheetCopied(original.Name), place);
            }
        }
    }

    [GeneratedRegex("記[入載]例|入力例|作成例|見本|サンプル|sample", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Example();

    private const string Sign = "旧|前|前年度?|昨年度?|前回|控え?|写し?|コピー|old|copy|backup";

    [GeneratedRegex(
        $@"^(?:旧|コピー[~〜])(?<of>.+)$|^(?<of>.+?)(?:\([0-9]+\)|の?(?:コピー|写し)|[(【\[_-]?(?:{Sign})[0-9]?[)】\]]?)$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Copy();
}
