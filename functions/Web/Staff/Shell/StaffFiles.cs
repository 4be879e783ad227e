using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Web.Problems;

namespace KawasakiServerless.Web.Staff.Shell;

/// <summary>Responses that download a file.</summary>
internal static class StaffFiles
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static IResult Workbook(byte[] content, string name) => Results.File(content, WorkbookType, name);

    /// <param name="report">The workbook with its problems marked, or the reason why there is none.</param>
    /// <param name="name">The name of the unmarked workbook, without extension.</param>
    /// <param name="missing">The response when the workbook does not exist or was purged. (If the server is too busy to make a marked
    /// workbook, or making it takes too long, the response is 503 instead.)</param>
    public static IResult Marked(MarkedReport report, string name, IResult missing) => report switch
    {
        MarkedReport.Ready ready => Results.Stream(ready.Content, WorkbookType, $"{name}-指摘.xlsx"),
        MarkedReport.Busy => ApiProblem.ReportBusy(),
        MarkedReport.TooLong => ApiProblem.MarkingTooLong(),
        _ => missing,
    };
}
