using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;
using KawasakiServerless.Site.Search;

namespace KawasakiServerless.Site.Indicators;

/// <summary>
/// Builds the citation (引用) of an indicator: publisher, indicator, report, reporting department, the version of the figures, and address.
/// The version is the submission since which the figures have not changed, and not the publication, so that the citation stays the same
/// until the department changes them.
/// </summary>
internal static class Citation
{
    // The reader fills in the day on which he or she read the page.
    private const string DayOfReading = "（閲覧日：　年　月　日）";

    /// <summary>
    /// The citation, such as 川崎市「歯周疾患検診：受診率」『地域包括ケアシステム 取組の報告（平成30（2018）年度）』健康福祉局報告、平成29（2017）年度
    /// 4.8%（2018-健康福祉局.xlsx 視点別取組 K155、平成30（2018）年8月1日提出）、https://…（閲覧日：…）.
    /// </summary>
    public static string Of(ReportView view, Indicator indicator, string name) =>
        $"{Credit(view, indicator, name)}{Version(indicator)}、{Address(view, indicator)}{DayOfReading}";

    public static string Address(ReportView view, Indicator indicator) =>
        new Uri(view.Site.Options.Address, view.Links.To(indicator).Href).AbsoluteUri;

    /// <summary>The citation without the address.</summary>
    public static string Credit(ReportView view, Indicator indicator, string name)
    {
        var register = view.Report.Register;
        var department = register.FindDepartment(indicator.Source.Department)?.Name ?? indicator.Source.Department;
        return $"{register.PublisherName}「{name}」『{view.Site.Settings.Title}（{view.Report.ReportingYear.Label}）』{department}報告";
    }

    private static string Version(Indicator indicator)
    {
        var source = indicator.Source;
        var newest = indicator.Figures.Where(f => f.Status is FigureStatus.Reported).MaxBy(f => f.Year);
        var figure = newest is null ? "" : $"、{newest.Year.Label} {SearchFigures.TextOf(newest, indicator.Unit)}";
        var cell = newest is null ? source.Cell : source.CellOf(newest.Year);
        return $"{figure}（{source.File} {source.Sheet} {cell}、{Texts.Day(source.UploadedAt)}提出）";
    }
}
