using KawasakiServerless.Domain;
using KawasakiServerless.Site.Figures;

namespace KawasakiServerless.Site.Data;

/// <summary>
/// The sheet of indicators-wide.xlsx, for human readers (指標一覧): one row per indicator, one column per fiscal year, column names in
/// Japanese. A cell contains the number or the text that the department reported, or the reason why there is neither. Programs should read
/// the table indicator-values instead.
/// </summary>
internal static class WideSheet
{
    public const string Name = "指標一覧";

    private static readonly string[] Before = ["管理番号", "視点", "施策", "局・区", "取組", "指標名", "区分", "単位", "累計"],
        After = ["備考", "出典のファイル", "出典のシート"];

    public static FlatTable Of(Report report)
    {
        List<FiscalYear> years = [.. report.Indicators.SelectMany(i => i.Figures).Select(f => f.Year).Distinct().OrderBy(y => y.Year)];
        return new([.. Before, .. years.Select(y => y.Label), .. After], [.. report.Indicators.Select(i => Row(report, i, years))]);
    }

    private static object?[] Row(Report report, Indicator indicator, List<FiscalYear> years)
    {
        var (initiative, register) = (report.InitiativeOf(indicator), report.Register);
        return
        [
            indicator.Id,
            $"{Svg.Number(initiative.Viewpoint)} {register.Viewpoint(initiative.Viewpoint).ShortName}",
            register.PolicyArea(initiative.PolicyArea).Name,
            register.Department(indicator.Source.Department).Name,
            Plain(initiative.Text),
            Plain(indicator.Name),
            Plain(indicator.Group),
            Plain(indicator.Unit),
            indicator.IsCumulative ? "累計" : null,
            .. years.Select(y => Shown(indicator.Figures.FirstOrDefault(f => f.Year == y))),
            Plain(string.Join('。', indicator.Notes)),
            indicator.Source.File,
            indicator.Source.Sheet,
        ];
    }

    private static object? Shown(Figure? figure) => figure?.Status switch
    {
        FigureStatus.Reported => figure.Value,
        FigureStatus.Text => Plain(figure.Text),
        FigureStatus.NotReported or FigureStatus.NotApplicable or null => (figure?.Status).Word(),
    };

    private static string? Plain(string? text) => text is null ? null : PlainCell.Of(text) is { Length: > 0 } plain ? plain : null;
}
