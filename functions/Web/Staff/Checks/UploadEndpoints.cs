using KawasakiServerless.Application.Checks;
using KawasakiServerless.Domain;
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
            new UploadView(screen, await recent.OfAsync(screen.Report, cancellation))), cancellation);

    public static Task<IResult> CheckAsync(HttpContext context, UploadForm form, CancellationToken cancellation) =>
        form.AnswerAsync(context, cancellation);

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
}
