using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Web.Api.Departments;
using KawasakiServerless.Web.Problems;

namespace KawasakiServerless.Web.Api.Submissions;

/// <summary>Sends copies of submitted workbooks in which the problems are marked (指摘).</summary>
public sealed class ReportDownloads(MarkedReports reports, YearStore years)
{
    /// <param name="submission">The submission. The caller must have verified that the person may see it.</param>
    /// <param name="cancellation">The cancellation token of the request.</param>
    public async Task<IResult> AnswerAsync(Submission submission, CancellationToken cancellation)
    {
        if (await years.FindAsync(submission.Id.ReportingYear, cancellation) is not { } year)
            return ApiProblem.NoWorkbookOf(submission);
        var name = NameOf(submission, year.Register.FindDepartment(submission.Id.Department));
        return await reports.FindOrMakeAsync(submission, cancellation) switch
        {
            MarkedReport.Ready ready => Results.Stream(ready.Content, DepartmentEndpoints.WorkbookType, name),
            MarkedReport.Busy => ApiProblem.ReportBusy(),
            MarkedReport.TooLong => ApiProblem.MarkingTooLong(),
            _ => ApiProblem.NoWorkbookOf(submission),
        };
    }

    // The register no longer contains a department that was abolished after its workbook was rejected.
    private static string NameOf(Submission submission, Department? department) => department is null
        ? $"{submission.Id.Value}-指摘.xlsx"
        : $"{Path.GetFileNameWithoutExtension(Source.CanonicalFile(submission.Id.ReportingYear, department))}-指摘.xlsx";
}
