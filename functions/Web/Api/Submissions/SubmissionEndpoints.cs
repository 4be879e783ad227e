using KawasakiServerless.Domain;
using KawasakiServerless.Storage.Submissions;
using KawasakiServerless.Web.Api.Departments;
using KawasakiServerless.Web.Problems;

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
        HttpContext context, DepartmentRequest request, Uploads uploads, CancellationToken cancellation) =>
        request.ForAsync(context, (year, department) => uploads.SubmitAsync(context, year, department, cancellation), cancellation);

    public static Task<IResult> HistoryAsync(
        HttpContext context, DepartmentRequest request, SubmissionStore submissions, CancellationToken cancellation) =>
        request.ForAsync(context, async (year, department) => Results.Ok(
            (await submissions.HistoryAsync(year.Year, department.Code, cancellation)).Select(s => SubmissionView.Of(s))), cancellation);

    public static Task<IResult> FindAsync(
        HttpContext context, SubmissionRequest request, SubmissionStore submissions, CancellationToken cancellation) =>
        request.ForAsync(context, async s => Results.Ok(
            SubmissionView.Of(s, await submissions.ProblemsAsync(s.Id, cancellation))), cancellation);

    public static Task<IResult> OriginalAsync(
        HttpContext context, SubmissionRequest request, SubmissionStore submissions, CancellationToken cancellation) =>
        request.ForAsync(context, async s => await submissions.OriginalAsync(s.Id, cancellation) is { } workbook
            ? OriginalFile.Of(workbook, s.FileName, s.Id.Value)
            : ApiProblem.NoWorkbookOf(s), cancellation);

    public static Task<IResult> ReportAsync(
        HttpContext context, SubmissionRequest request, ReportDownloads reports, CancellationToken cancellation) =>
        request.ForAsync(context, s => reports.AnswerAsync(s, cancellation), cancellation);
}
