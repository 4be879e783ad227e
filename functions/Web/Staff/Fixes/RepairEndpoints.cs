using KawasakiServerless.Application.Fixing;
using KawasakiServerless.Domain;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Checks;
using KawasakiServerless.Web.Staff.Forms;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Fixes;

/// <summary>One page of the list of corrections whose value is certain.</summary>
/// <param name="Shown">The check whose cells are corrected.</param>
/// <param name="Page">The proposed corrections on this page.</param>
public sealed record RepairView(CheckView Shown, Paged<ProposedRepair> Page)
{
    /// <summary>
    /// The result of the submitted form if the form changed nothing, which is the reason why the page is shown again; null when the page is
    /// shown for the first time.
    /// </summary>
    public FixOutcome? Answer { get; init; }
}

/// <summary>The screen that shows the corrections whose value is certain and applies those that the clerk selects.</summary>
internal static class RepairEndpoints
{
    public const string CellField = "cell", AllField = "all";

    public static Task<IResult> ShowAsync(
        HttpContext context, CheckScreens checks, RepairAll repairs, CancellationToken cancellation) => checks.ForAsync(
        context,
        view =>
            ListAsync(view, repairs, proposals => StaffPage.Of<RepairPage>(
                new RepairView(view, Pages.Of(proposals, context.Request.Query["page"]))), cancellation),
        cancellation);

    public static Task<IResult> RepairAsync(
        HttpContext context, CheckScreens checks, RepairAll repairs, CancellationToken cancellation) => checks.ForAsync(
        context,
        async view =>
        {
            var form = context.Request.Form;
            if (FormId.Of(form) is not { } id)
                return ApiProblem.StaleForm();
            return await repairs.RepairAsync(
                new(view.Check, view.Screen.Year, new(id, context.Caller().Name)), ChosenIn(form), cancellation) switch
            {
                (FixOutcome.Refused or FixOutcome.Nothing) and var refused => await AgainWithAsync(view, repairs, refused, cancellation),
                var outcome => FixEndpoints.AnswerTo(outcome, view),
            };
        },
        cancellation);

    private static HashSet<string>? ChosenIn(IFormCollection form) =>
        form.ContainsKey(AllField) ? null : form[CellField].OfType<string>().ToHashSet(StringComparer.Ordinal);

    private static Task<IResult> AgainWithAsync(
        CheckView view, RepairAll repairs, FixOutcome refused, CancellationToken cancellation) => ListAsync(
        view,
        repairs,
        proposals =>
            StaffPage.Of<RepairPage>(
                new RepairView(view, Pages.Of(proposals, null)) { Answer = refused }, StatusCodes.Status422UnprocessableEntity),
        cancellation);

    private static async Task<IResult> ListAsync(
        CheckView view, RepairAll repairs, Func<EquatableList<ProposedRepair>, IResult> show, CancellationToken cancellation) =>
        await repairs.ProposeAsync(view.Check, view.Screen.Year, cancellation) switch
        {
            Opened<EquatableList<ProposedRepair>>.Ready ready => show(ready.Content),
            Opened<EquatableList<ProposedRepair>>.Busy => ApiProblem.ReportBusy(),
            _ => ApiProblem.UnknownCheck(),
        };
}
