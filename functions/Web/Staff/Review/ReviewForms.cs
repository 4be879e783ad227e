using KawasakiServerless.Application.Reviews;
using KawasakiServerless.Domain;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.SignIn;
using KawasakiServerless.Web.Staff.Forms;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Review;

/// <summary>
/// Handles all forms of a review in the same way: reads who sent the form, acts, and either redirects to the review or shows why nothing
/// was done.
/// </summary>
public sealed class ReviewForms(DepartmentScreens screens, ReportReviews reviews)
{
    /// <param name="context">The context of a route below <see cref="StaffRoutes.Department"/>. The submitted form has already been
    /// read.</param>
    /// <param name="act">Does what the form requests; not called when the form has no valid id.</param>
    /// <param name="cancellation">The cancellation token of the request.</param>
    public Task<IResult> AnswerAsync(
        HttpContext context, Func<DepartmentYear, SentForm, Task<ReviewOutcome>> act, CancellationToken cancellation) =>
        screens.ForAsync(context, async screen =>
        {
            if (!FormId.TryRead(context.Request.Form, out var id))
                return ApiProblem.StaleForm();
            var caller = context.Caller();
            var side = caller.IsCoordinator ? ReviewSide.Coordinator : ReviewSide.Department;
            var form = context.Request.Form;
            return await act(screen.Report, new(id.Value, caller.Name, side)) switch
            {
                ReviewOutcome.Overtaken overtaken when HasComment(form) => ShowAgain(
                    await ViewAsync(screen, cancellation), new(null, overtaken.Change.Describe(), form), StatusCodes.Status409Conflict),
                ReviewOutcome.Overtaken overtaken => ApiProblem.Overtaken(overtaken.Change.Describe()),
                ReviewOutcome.NotSubmitted => Overtaken(null),
                ReviewOutcome.NoSuchComment => ApiProblem.Overtaken("そのコメントは、すでに完了しています。"),
                ReviewOutcome.Refused refused => ShowAgain(
                    await ViewAsync(screen, cancellation), RefusedOf(refused, form), StatusCodes.Status422UnprocessableEntity),
                _ => StaffPage.Done($"{screen.Path}review", Notices.NameOf(context)),
            };
        }, cancellation);

    private async Task<ReviewScreenView> ViewAsync(DepartmentScreen screen, CancellationToken cancellation) =>
        new(screen, await reviews.ViewAsync(screen.Report, cancellation));

    private static IResult ShowAgain(ReviewScreenView now, RefusedText refused, int status) =>
        StaffPage.Of<ReviewPage>(now with { Refused = refused }, status);

    // Whether the coordinator has written comments. If another person changed the report meanwhile, the current report is shown with them.
    private static bool HasComment(IFormCollection form) =>
        Enum.GetValues<ReportSection>().Any(section => !string.IsNullOrWhiteSpace(form[ReviewEndpoints.FieldOf(section)]));

    /// <param name="now">The submission that is in effect now, but was not when the form was displayed; null for none.</param>
    public static IResult Overtaken(CountingSubmission? now) =>
        ApiProblem.Overtaken(now?.AsChange().Describe() ?? "この局・区の提出は、いまはありません。内容を確かめてから、もう一度お試しください。");

    private static RefusedText RefusedOf(ReviewOutcome.Refused refused, IFormCollection form) => new(
        refused.Section, refused.Why is TypedText.TooLong tooLong ? tooLong.Message : "何も書かれていません。内容を書いてから送ってください。", form);
}
