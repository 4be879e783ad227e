using KawasakiServerless.Domain;
using KawasakiServerless.Site.Rendering;

namespace KawasakiServerless.Site.Indicators;

/// <summary>Builds the citation (引用) of an indicator: publisher, indicator, report, reporting department and address.</summary>
internal static class Citation
{
    /// <summary>The citation, such as 川崎市「歯周疾患検診：受診率」『地域包括ケアシステム 取組の報告（平成30（2018）年度）』健康福祉局報告、https://….</summary>
    public static string Of(ReportView view, Indicator indicator, string name) =>
        $"{Credit(view, indicator, name)}、{Address(view, indicator)}";

    public static string Address(ReportView view, Indicator indicator) =>
        new Uri(view.Site.Options.Address, view.Links.To(indicator).Href).AbsoluteUri;

    /// <summary>The citation without the address.</summary>
    public static string Credit(ReportView view, Indicator indicator, string name)
    {
        var register = view.Report.Register;
        var department = register.FindDepartment(indicator.Source.Department)?.Name ?? indicator.Source.Department;
        return $"{register.PublisherName}「{name}」『{view.Site.Settings.Title}（{view.Report.ReportingYear.Label}）』{department}報告";
    }
}
