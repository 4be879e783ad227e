using KawasakiServerless.Application.Checks;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Domain;
using KawasakiServerless.Web.Api.Submissions;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Forms;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Checks;

/// <param name="Screen">The department screen to which the upload belongs.</param>
/// <param name="Checks">The checks that have not expired, newest first.</param>
public sealed record UploadView(DepartmentScreen Screen, IReadOnlyList<StoredCheck> Checks);

/// <summary>The screen for uploading a workbook, and the handlers that check the workbook after the upload or again later.</summary>
internal static class UploadEndpoints
{
    public static Task<IResult> ShowAsync(
        HttpContext context, DepartmentScreens screens, RecentChecks recent, CancellationToken cancellation) =>
        screens.ForAsync(context, async screen => StaffPage.Of<UploadPage>(
            new UploadView(screen, await recent.OfAsync(new(screen.Year.Year, screen.Department.Code), cancellation))), cancellation);

    public static Task<IResult> CheckAsync(
        HttpContext context, DepartmentScreens screens, Uploads uploads, Checking checking,
            CancellationToken cancellation) => screens.ForAsync(
        context,
        async screen => !IsMultipart(context.Request) ? ApiProblem.StaleForm()
            : UploadBody.IsTooLarge(context.Request) ? await RefuseAsync(context.Request, cancellation)
            : await uploads.ReceiveAsync(
                context, (body, place) => CheckAsync(new(context, screen, body), place, checking, cancellation), cancellation),
        cancellation);

    /// <summary>
    /// Checks the workbook of an earlier check again, and compares the workbook with what is now the department's current submission.
    /// </summary>
    public static Task<IResult> AgainAsync(
        HttpContext context, CheckScreens checks, CheckAgain again, CancellationToken cancellation) => checks.ForAsync(
        context,
        async view => FormId.Of(context.Request.Form) is { } form
            ? AnswerTo(await again.OfCheckAsync(view.Check, view.Screen.Year, new(form, context.Caller().Name), cancellation), view.Screen)
            : ApiProblem.StaleForm(),
        cancellation);

    internal static IResult AnswerTo(CheckAgainOutcome outcome, DepartmentScreen screen) => outcome switch
    {
        CheckAgainOutcome.Checked done => StaffPage.GoTo($"{screen.Path}checks/{done.Check.Id.Value}"),
        CheckAgainOutcome.Busy => ApiProblem.Busy(),
        _ => ApiProblem.UnknownCheck(),
    };

    private static async Task<IResult> CheckAsync(Received received, Place place, Checking checking, CancellationToken cancellation)
    {
        var (context, screen, body) = received;
        if (!await FormChecks.IsOwnAsync(context) || FormId.Of(context.Request.Form) is not { } form)
            return ApiProblem.StaleForm();
        var upload = new Upload(screen.Year, screen.Department, body.Workbook, body.FileName, context.Caller().Name);
        var check = await checking.CheckAsync(upload, form, place, cancellation);
        return StaffPage.GoTo($"{screen.Path}checks/{check.Id.Value}");
    }

    // Reads the rest of the body before responding: if a browser gets a response while it is still sending, it shows a connection error
    // instead of the response.
    private static async Task<IResult> RefuseAsync(HttpRequest request, CancellationToken cancellation)
    {
        await request.Body.CopyToAsync(Stream.Null, cancellation);
        return ApiProblem.TooLarge(Upload.LimitMebibytes);
    }

    private static bool IsMultipart(HttpRequest request) =>
        request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) == true;

    private sealed record Received(HttpContext Context, DepartmentScreen Screen, UploadBody Body);
}
