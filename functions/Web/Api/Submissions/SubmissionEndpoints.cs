using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Storage.Years;
using KawasakiServerless.Web.Api.Departments;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;

namespace KawasakiServerless.Web.Api.Submissions;

/// <summary>A submission as shown to staff.</summary>
/// <param name="State">received, ready, accepted, rejected, conflict, abandoned or purged.</param>
public sealed record SubmissionView(
    string Id,
    string Department,
    int ReportingYear,
    SubmissionState State,
    string? FileName,
    long Size,
    string Sha256,
    DateTimeOffset UploadedAt,
    string UploadedBy,
    string? Layout,
    RecordCounts? Counts,
    int ProblemCount,
    string? Winner,
    IReadOnlyList<Problem>? Problems)
{
    public static SubmissionView Of(Submission s, IReadOnlyList<Problem>? problems = null) => new(
        s.Id.Value, s.Id.Department, s.Id.ReportingYear.Year, s.State, s.FileName, s.Size, s.Sha256, s.UploadedAt, s.UploadedBy, s.Layout,
        s.Counts, s.ProblemCount, s.Winner, problems);
}

public static class SubmissionEndpoints
{
    public static Task<IResult> SubmitAsync(
        string code, string? year, HttpContext context, DepartmentRequest request, Uploads uploads, CancellationToken cancellation) =>
        request.ForAsync(context.Caller(), code, year,
            (reportingYear, department) => uploads.SubmitAsync(context, reportingYear, department, cancellation), cancellation);

    public static Task<IResult> HistoryAsync(
        string code, string? year, HttpContext context, DepartmentRequest request, SubmissionStore submissions,
            CancellationToken cancellation) =>
        request.ForAsync(context.Caller(), code, year, async (reportingYear, department) =>
            Results.Ok(
                (await submissions.HistoryAsync(reportingYear.Year, department.Code, cancellation)).Select(s => SubmissionView.Of(s))),
            cancellation);

    public static Task<IResult> FindAsync(string id, HttpContext context, SubmissionStore submissions, CancellationToken cancellation) =>
        OwnAsync(id, context, submissions,
            async s => Results.Ok(SubmissionView.Of(s, await submissions.ProblemsAsync(s.Id, cancellation))), cancellation);

    public static Task<IResult> OriginalAsync(
        string id, HttpContext context, SubmissionStore submissions, CancellationToken cancellation) =>
        OwnAsync(id, context, submissions, async s => await submissions.OriginalAsync(s.Id, cancellation) is { } workbook
            ? Results.File(workbook.ToArray(), "application/octet-stream", s.Id.Value + ".xlsx")
            : Missing(s), cancellation);

    public static Task<IResult> ReportAsync(
        string id, HttpContext context, SubmissionStore submissions, MarkedReports reports, YearStore years,
            CancellationToken cancellation) =>
        OwnAsync(id, context, submissions, async s => await years.FindAsync(s.Id.ReportingYear, cancellation) is { } year
            ? AnswerTo(
                await reports.FindOrMakeAsync(s, cancellation), s, ReportNameOf(year.Year, year.Register.Department(s.Id.Department)))
            : Missing(s), cancellation);

    private static IResult AnswerTo(MarkedReport report, Submission s, string name) => report switch
    {
        MarkedReport.Ready ready => Results.Stream(ready.Content, DepartmentEndpoints.WorkbookType, name),
        MarkedReport.Busy => ApiProblem.ReportBusy(),
        _ => Missing(s),
    };

    private static IResult Missing(Submission s) =>
        s.State == SubmissionState.Purged ? ApiProblem.SubmissionPurged(s.Id.Value) : ApiProblem.UnknownSubmission(s.Id.Value);

    private static string ReportNameOf(FiscalYear year, Department department) =>
        $"{Path.GetFileNameWithoutExtension(Source.CanonicalFile(year, department))}-指摘.xlsx";

    private static async Task<IResult> OwnAsync(
        string id, HttpContext context, SubmissionStore submissions, Func<Submission, Task<IResult>> act, CancellationToken cancellation)
    {
        if (!SubmissionId.TryParse(id, out var parsed))
            return ApiProblem.UnknownSubmission(id);
        if (!context.Caller().MayActFor(parsed.Department))
            return ApiProblem.NotAllowed();
        return await submissions.FindAsync(parsed, cancellation) is { } found ? await act(found) : ApiProblem.UnknownSubmission(id);
    }
}
