using KawasakiServerless.Application.Checks;
using KawasakiServerless.Application.Submissions;
using KawasakiServerless.Web.Api.Submissions;
using KawasakiServerless.Web.Problems;
using KawasakiServerless.Web.Staff.Shell;

namespace KawasakiServerless.Web.Staff.Checks;

/// <summary>Handles the form that submits a checked workbook.</summary>
public sealed class SubmitForm(CheckScreens checks, CheckSubmission submission, IHostApplicationLifetime lifetime)
{
    /// <param name="context">The context of a route that contains <c>{check}</c>.</param>
    /// <param name="cancellation">The cancellation token of the request. It stops only the search for the check: once the submission has
    /// begun, it is cancelled only when the process stops, so a check is submitted even if the browser disconnects.</param>
    public Task<IResult> AnswerAsync(HttpContext context, CancellationToken cancellation) => checks.ForAsync(
        context,
        async view =>
            AnswerTo(
                await submission.SubmitAsync(view.Check.Id, view.Screen.Year, context.Submitter(), lifetime.ApplicationStopping), view),
        cancellation);

    private static IResult AnswerTo(CheckSubmissionOutcome outcome, CheckView view) => outcome switch
    {
        CheckSubmissionOutcome.Done(UploadOutcome.Accepted or UploadOutcome.Unchanged) done =>
            StaffPage.GoTo($"{view.Screen.Path}submissions/{done.Outcome.Submission.Id.Value}/receipt"),
        // A submission that was refused because the year is closed is not stored, so it has no screen to which this could redirect.
        CheckSubmissionOutcome.Done(UploadOutcome.YearClosed) => ApiProblem.YearClosed(view.Screen.Year.Year),
        CheckSubmissionOutcome.Done(var other) => StaffPage.GoTo($"{view.Screen.Path}submissions/{other.Submission.Id.Value}"),
        CheckSubmissionOutcome.Refused refused =>
            StaffPage.Of<CheckPage>(
                CheckView.Of(view.Screen, refused.Standing) with { Prospect = view.Prospect }, StatusCodes.Status409Conflict),
        _ => ApiProblem.UnknownCheck(),
    };
}
