using KawasakiServerless.Application.Reviews;
using KawasakiServerless.Domain;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Forms;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Checks;

/// <summary>Handles the form that confirms unusual values (確認): selected ones, or all of the same kind.</summary>
internal static class ConfirmationEndpoint
{
    /// <summary>The names of the form fields.</summary>
    public const string Code = "code", Key = "key", Reason = "reason", All = "all", Publish = "publish", Withdraw = "withdraw";

    public static Task<IResult> ConfirmAsync(
        HttpContext context, CheckScreens checks, ValueConfirmations confirmations, CancellationToken cancellation) => checks.ForAsync(
        context,
        async view =>
        {
            var (form, caller, screen) = (context.Request.Form, context.Caller(), view.Screen);
            if (!FormId.TryRead(form, out var id))
                return ApiProblem.StaleForm();
            if (form.ContainsKey(Publish) && string.IsNullOrWhiteSpace(form[Reason]))
                return Refuse(view, form, "公開する注記にするときは、理由を書いてください。");
            var sent = new SentForm(id.Value, caller.Name, caller.IsCoordinator ? ReviewSide.Coordinator : ReviewSide.Department);
            return await confirmations.ConfirmAsync(
                screen.Report, ValuesIn(view, form), sent, cancellation) is ReviewOutcome.Refused refused && !IsToWithdraw(form)
                ? Refuse(view, form, WordsOf(refused, form))
                : StaffPage.GoTo($"{view.Path}?{Notices.Field}={(IsToWithdraw(form) ? "withdraw#difference" : "confirm#ask")}");
        },
        cancellation);

    // Whether the form withdraws a note. A refusal then means that another person has already withdrawn it, so it is treated as success.
    private static bool IsToWithdraw(IFormCollection form) => form.ContainsKey(Withdraw);

    private static IResult Refuse(CheckView view, IFormCollection sent, string why) =>
        StaffPage.Of<CheckPage>(view with { Refused = new(why, sent) }, StatusCodes.Status422UnprocessableEntity);

    // If the person withdraws a note (a reason that was to be published), the value is confirmed again with the same reason, which then
    // stays internal. Otherwise, the selected values are confirmed.
    private static ValuesToConfirm ValuesIn(CheckView view, IFormCollection form) =>
        view.Notes.FirstOrDefault(n => ConfirmationKey.Of(n.Of).Value == form[Withdraw]) is { } note
            ? new([note.Of], note.Text, ReasonUse.Internal)
            : new(Chosen(view, form), form[Reason], form.ContainsKey(Publish) ? ReasonUse.Published : ReasonUse.Internal);

    private static List<Problem> Chosen(CheckView view, IFormCollection form)
    {
        var keys = form[Key].ToHashSet(StringComparer.Ordinal);
        return [.. view.Unconfirmed.Where(p => p.Code == form[Code]
            && (form.ContainsKey(All) || keys.Contains(ConfirmationKey.Of(p).Value)))];
    }

    // If values were selected and none of them is unconfirmed any more, another person has confirmed them since the screen was opened.
    private static string WordsOf(ReviewOutcome.Refused refused, IFormCollection form) => refused.Why switch
    {
        TypedText.TooLong tooLong => tooLong.Message,
        _ when form.ContainsKey(Key) => "選ばれたところは、ほかの方が先に確認しました。書かれた理由は記録していません。",
        _ => "確認するところが選ばれていません。確認したところに印を付けてください。",
    };
}
