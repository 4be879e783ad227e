using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Shell;

/// <summary>How the state of a report looks; its word is <see cref="ReviewLabels.Label(ReportState)"/>.</summary>
internal static class ReportStates
{
    public static string? Css(this ReportState state) => state switch
    {
        ReportState.Approved or ReportState.NothingToReport => "done",
        ReportState.SentBack => "back",
        ReportState.Submitted => "sent",
        _ => null,
    };
}
