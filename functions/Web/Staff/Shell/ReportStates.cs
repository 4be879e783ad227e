using KawasakiServerless.Domain;

namespace KawasakiServerless.Web.Staff.Shell;

/// <summary>The CSS class for the state of a report; <see cref="ReviewLabels.Label(ReportState)"/> returns the text for it.</summary>
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
