using KawasakiServerless.Application.Fixing;
using KawasakiServerless.Web.Limits;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Checks;
using KawasakiServerless.Web.Staff.Forms;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Fixes;

/// <summary>
/// The screens for correcting cells of a checked workbook in the portal. A clerk types new values, or applies corrections whose value is
/// certain: all of them, or those that the clerk selects.
/// </summary>
internal static class FixEndpoints
{
    public static void MapFixes(this IEndpointRouteBuilder staff)
    {
        var department = staff.MapDepartmentGroup();
        department.MapPage("/checks/{check}/fix", ShowAsync);
        department.MapForm("/checks/{check}/fix", FixAsync).RequireRateLimiting(RateLimits.Upload);
        department.MapPage("/checks/{check}/repair", RepairEndpoints.ShowAsync);
        department.MapForm("/checks/{check}/repair", RepairEndpoints.RepairAsync).RequireRateLimiting(RateLimits.Upload);
    }

    private static Task<IResult> ShowAsync(
        HttpContext context, CheckScreens checks, FixHere fixes, CancellationToken cancellation) => checks.ForAsync(
        context,
        async view =>
            await FormAsync(view, fixes, form => StaffPage.Of<FixPage>(
                FixView.Of(view, form, AskedFor(context.Request.Query["page"], context.Request.Query["at"]))), cancellation),
        cancellation);

    private static Task<IResult> FixAsync(
        HttpContext context, CheckScreens checks, FixHere fixes, CancellationToken cancellation) => checks.ForAsync(
        context,
        async view =>
        {
            if (FormId.Of(context.Request.Form) is not { } id)
                return ApiProblem.StaleForm();
            var sent = FixFields.Of(context.Request.Form);
            return await fixes.FixAsync(new(view.Check, view.Screen.Year, new(id, context.Caller().Name)), sent.Cells, cancellation) switch
            {
                FixOutcome.Refused refused => await FormAsync(view, fixes, form => AgainWith(view, form, new(sent, refused)), cancellation),
                FixOutcome.Nothing => await FormAsync(view, fixes, form => AgainWith(view, form, new(sent, null)), cancellation),
                var outcome => AnswerTo(outcome, view),
            };
        },
        cancellation);

    internal static IResult AnswerTo(FixOutcome outcome, CheckView view) => outcome switch
    {
        FixOutcome.Fixed done => StaffPage.GoTo($"{view.Screen.Path}checks/{done.Check.Id.Value}"),
        FixOutcome.Busy => ApiProblem.Busy(),
        _ => ApiProblem.UnknownCheck(),
    };

    private static IResult AgainWith(CheckView view, FixForm form, FixAnswer answer) =>
        StaffPage.Of<FixPage>(
            FixView.Of(view, form, AskedFor(answer.Sent.Page, "")) with { Answer = answer }, StatusCodes.Status422UnprocessableEntity);

    private static RequestedPage AskedFor(string? page, string? key) => new(page, key);

    private static async Task<IResult> FormAsync(
        CheckView view, FixHere fixes, Func<FixForm, IResult> show, CancellationToken cancellation) =>
        await fixes.FormAsync(view.Check, view.Screen.Year, cancellation) switch
        {
            Opened<FixForm>.Ready ready => show(ready.Content),
            Opened<FixForm>.Busy => ApiProblem.ReportBusy(),
            _ => ApiProblem.UnknownCheck(),
        };
}
