using KawasakiServerless.Application.Checks;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Web.Api.Submissions;
using KawasakiServerless.Web.Limits;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Checks;
using KawasakiServerless.Web.Staff.Differences;
using KawasakiServerless.Web.Staff.Findings;
using KawasakiServerless.Web.Staff.Forms;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Submissions;

/// <param name="Screen">The screen of the submitting department.</param>
/// <param name="Submissions">The department's submissions of the year, newest first.</param>
/// <param name="Counting">The id of the current submission; null if there is none.</param>
public sealed record HistoryView(DepartmentScreen Screen, IReadOnlyList<Submission> Submissions, string? Counting);

/// <summary>The screens of a department's submissions: the list of them, and for each its receipt, findings and files.</summary>
internal static class SubmissionEndpoints
{
    public static void MapSubmissions(this IEndpointRouteBuilder staff)
    {
        var department = staff.MapDepartmentGroup();
        department.MapPage("/submissions", HistoryAsync);
        department.MapPage("/submissions/{id}", ShowAsync);
        department.MapPage("/submissions/{id}/receipt", ReceiptAsync);
        department.MapPage("/submissions/{id}/findings", FindingsAsync);
        department.MapPage("/submissions/{id}/changes", ChangesAsync);
        department.MapPage("/submissions/{id}/original", OriginalAsync);
        department.MapPage("/submissions/{id}/marked.xlsx", MarkedAsync);
        department.MapForm("/submissions/{id}/again", AgainAsync).RequireRateLimiting(RateLimits.Upload);
    }

    private static Task<IResult> HistoryAsync(
        HttpContext context, DepartmentScreens screens, SubmissionDetails details, CancellationToken cancellation) => screens.ForAsync(
        context,
        async screen =>
        {
            var (submissions, counting) = await details.HistoryAsync(screen.Year.Year, screen.Department.Code, cancellation);
            return StaffPage.Of<HistoryPage>(new HistoryView(screen, submissions, counting));
        },
        cancellation);

    private static Task<IResult> ShowAsync(HttpContext context, SubmissionScreens screens, CancellationToken cancellation) =>
        screens.ForAsync(context, view => Task.FromResult(StaffPage.Of<SubmissionPage>(view)), cancellation);

    private static Task<IResult> ReceiptAsync(
        HttpContext context, SubmissionScreens screens, CancellationToken cancellation) => screens.ForAsync(
        context,
        view =>
            Task.FromResult(
                view.Submission.State == SubmissionState.Accepted ? StaffPage.Of<ReceiptPage>(view) : StaffPage.GoTo(view.Path)),
        cancellation);

    private static Task<IResult> FindingsAsync(
        string? page, HttpContext context, SubmissionScreens screens, CancellationToken cancellation) => screens.ForAsync(
        context,
        view =>
            Task.FromResult(StaffPage.Of<FindingListPage>(
                new FindingListView(view.Screen, BackTo(view), Pages.Of(view.Detail.Problems.InOrder(), page))
                {
                    IsSettled = _ => view.Submission.State == SubmissionState.Accepted,
                    SettledWord = "確認の対象",
                })),
        cancellation);

    private static Task<IResult> ChangesAsync(
        string? page, HttpContext context, SubmissionScreens screens, CancellationToken cancellation) => screens.ForAsync(
        context,
        view => Task.FromResult(view.Detail.Changes is { } changes
            ? StaffPage.Of<DifferencePage>(new DifferenceView(
                view.Screen, "前の提出とのちがい", BackTo(view), Pages.Of<RecordChange>([.. changes.Records], page)))
            : StaffPage.GoTo(view.Path)),
        cancellation);

    private static Task<IResult> OriginalAsync(
        HttpContext context, SubmissionScreens screens, SubmissionDetails details, CancellationToken cancellation) => screens.ForAsync(
        context,
        async view => await details.OriginalAsync(view.Submission.Id, cancellation) is { } workbook
            ? OriginalFile.Of(workbook, view.Submission.FileName, view.Submission.Id.Value)
            : ApiProblem.NoWorkbookOf(view.Submission),
        cancellation);

    private static Task<IResult> MarkedAsync(
        HttpContext context, SubmissionScreens screens, MarkedReports reports, CancellationToken cancellation) => screens.ForAsync(
        context,
        async view => StaffFiles.Marked(
            await reports.FindOrMakeAsync(view.Submission, cancellation), view.Screen.FileName, ApiProblem.NoWorkbookOf(view.Submission)),
        cancellation);

    private static Task<IResult> AgainAsync(
        HttpContext context, SubmissionScreens screens, CheckAgain again, CancellationToken cancellation) => screens.ForAsync(
        context,
        async view => FormId.Of(context.Request.Form) is { } form
            ? UploadEndpoints.AnswerTo(await again.OfSubmissionAsync(view.Submission, view.Screen.Year, new(form, context.Caller().Name),
                cancellation), view.Screen)
            : ApiProblem.StaleForm(),
        cancellation);

    private static Crumb BackTo(SubmissionView view) => new("提出の内容", view.Path);
}
