using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Web.Problems;

namespace KawasakiServerless.Web.Staff.Shell;

/// <summary>Files that a screen hands out.</summary>
internal static class StaffFiles
{
    private const string WorkbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static IResult Workbook(byte[] content, string name) => Results.File(content, WorkbookType, name);

    /// <summary>What somebody uploaded, whatever it is: the browser is not to open it.</summary>
    public static IResult Original(ReadOnlyMemory<byte> content, string name) =>
        Results.File(content.ToArray(), "application/octet-stream", name);

    /// <param name="report">The marked workbook, or why there is none.</param>
    /// <param name="name">Of the workbook without its marks, without extension.</param>
    /// <param name="missing">The answer when there is none.</param>
    public static IResult Marked(MarkedReport report, string name, IResult missing) => report switch
    {
        MarkedReport.Ready ready => Results.Stream(ready.Content, WorkbookType, $"{name}-指摘.xlsx"),
        MarkedReport.Busy => ApiProblem.ReportBusy(),
        _ => missing,
    };
}
