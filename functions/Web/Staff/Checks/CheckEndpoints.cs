using KawasakiServerless.Application.Checks;
using KawasakiServerless.Domain;
using KawasakiServerless.Web.Api.Submissions;
using KawasakiServerless.Web.Limits;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.Staff.Differences;
using KawasakiServerless.Web.Staff.Findings;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Checks;

/// <summary>The screens of a check (a dry run of a submission): its findings, its files, and the button that submits it.</summary>
internal static class CheckEndpoints
{
    public static void MapChecks(this IEndpointRouteBuilder staff)
    {
        var department = staff.MapDepartmentGroup();
        department.MapPage("/upload", UploadEndpoints.ShowAsync);
        department.MapUpload("/upload", UploadEndpoints.CheckAsync).RequireRateLimiting(RateLimits.Upload);
        department.MapPage("/checks/{check}", ShowAsync);
        department.MapPage("/checks/{check}/findings", FindingsAsync);
        department.MapPage("/checks/{check}/changes", ChangesAsync);
        department.MapPage("/checks/{check}/original", OriginalAsync);
        department.MapPage("/checks/{check}/marked.xlsx", MarkedAsync);
        department.MapForm("/checks/{check}/confirm", ConfirmationEndpoint.ConfirmAsync).RequireRateLimiting(RateLimits.Review);
        department.MapForm("/checks/{check}/submit", SubmitAsync).RequireRateLimiting(RateLimits.Upload);
        department.MapForm("/checks/{check}/again", UploadEndpoints.AgainAsync).RequireRateLimiting(RateLimits.Upload);
    }

    private static Task<IResult> ShowAsync(HttpContext context, CheckScreens checks, CancellationToken cancellation) => checks.ForAsync(
        context, view => Task.FromResult(StaffPage.Of<CheckPage>(view)), cancellation);

    private static Task<IResult> FindingsAsync(
        string? page, HttpContext context, CheckScreens checks, CancellationToken cancellation) => checks.ForAsync(
        context,
        view =>
            Task.FromResult(
                StaffPage.Of<FindingListPage>(new FindingListView(view.Screen, view.Back, Pages.Of(view.Check.Problems.InOrder(), page))
                {
                    IsSettled = problem => !view.Unconfirmed.Contains(problem),
                })),
        cancellation);

    private static Task<IResult> ChangesAsync(
        string? page, HttpContext context, CheckScreens checks, CancellationToken cancellation) => checks.ForAsync(
        context,
        view => Task.FromResult(StaffPage.Of<DifferencePage>(
            new DifferenceView(view.Screen, "今の報告とのちがい", view.Back, Pages.Of(view.Check.Changes.Records, page)))),
        cancellation);

    private static Task<IResult> OriginalAsync(
        HttpContext context, CheckScreens checks, MarkedChecks files, CancellationToken cancellation) => checks.ForAsync(
        context,
        async view => await files.OriginalAsync(view.Check.Id, cancellation) is { } workbook
            ? OriginalFile.Of(workbook, view.Check.FileName, "報告")
            : ApiProblem.UnknownCheck(),
        cancellation);

    private static Task<IResult> MarkedAsync(
        HttpContext context, CheckScreens checks, MarkedChecks files, CancellationToken cancellation) => checks.ForAsync(
        context,
        async view => StaffFiles.Marked(await files.MakeAsync(view.Check, cancellation), view.Screen.FileName, ApiProblem.UnknownCheck()),
        cancellation);

    private static Task<IResult> SubmitAsync(HttpContext context, SubmitForm form, CancellationToken cancellation) =>
        form.AnswerAsync(context, cancellation);
}
