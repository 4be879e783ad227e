using KawasakiServerless.Application.Reviews;
using KawasakiServerless.Domain;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Forms;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Checks;

/// <summary>Confirms values that ask (確認): some, or all of a kind.</summary>
internal static class ConfirmationEndpoint
{
    /// <summary>Names of the form's fields.</summary>
    public const string Code = "code", Key = "key", Reason = "reason", All = "all";

    public static Task<IResult> ConfirmAsync(
        HttpContext context, CheckScreens checks, ValueConfirmations confirmations, CancellationToken cancellation) => checks.ForAsync(
        context,
        async view =>
        {
            var (form, caller, screen) = (context.Request.Form, context.Caller(), view.Screen);
            if (!FormId.TryRead(form, out var id))
                return ApiProblem.StaleForm();
            var sent = new SentForm(id.Value, caller.Name, caller.IsCoordinator ? ReviewSide.Coordinator : ReviewSide.Department);
            var values = new ValuesToConfirm(Chosen(view, form), form[Reason], ReasonUse.Internal);
            return await confirmations.ConfirmAsync(new(screen.Year.Year, screen.Department.Code), values, sent, cancellation) is ReviewOutcome.Refused refused
                ? StaffPage.Of<CheckPage>(view with { Refused = WordsOf(refused) }, StatusCodes.Status422UnprocessableEntity)
                : StaffPage.GoTo($"{view.Path}?{Notices.Field}=confirm#ask");
        },
        cancellation);

    private static List<Problem> Chosen(CheckView view, IFormCollection form)
    {
        var keys = form[Key].ToHashSet(StringComparer.Ordinal);
        return [.. view.Unconfirmed.Where(p => p.Code == form[Code] && (form.ContainsKey(All) || keys.Contains(ConfirmationKey.Of(p).Value)))];
    }

    private static string WordsOf(ReviewOutcome.Refused refused) =>
        refused.Why is TypedText.TooLong tooLong ? tooLong.Message : "確認するところが選ばれていません。確認したところに印を付けてください。";
}
